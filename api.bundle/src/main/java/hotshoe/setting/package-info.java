/**
 * Settings: typed, documented values per environment. Declare with {@link
 * hotshoe.setting.SettingProvider}, read with {@link hotshoe.setting.Settings}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package hotshoe.setting;
