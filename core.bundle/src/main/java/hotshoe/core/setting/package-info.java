/**
 * Settings: who declares them, what they are in every environment, and the files in which they
 * stand. Open {@link hotshoe.core.setting.HostSettings} first.
 */
package hotshoe.core.setting;
