package hotshoe.core.setting;

import hotshoe.extension.ExtensionName;
import hotshoe.setting.Setting;
import hotshoe.setting.SettingProvider;
import hotshoe.type.Checked;
import hotshoe.type.Values;
import hotshoe.type.Values.Reading;
import java.util.Optional;

/**
 * A setting that was taken in.
 *
 * @param setting what was declared
 * @param owner whose it is
 * @param provider who checks its values beyond the type
 */
record Declared(Setting<?> setting, ExtensionName owner, SettingProvider provider) {

  /** The key under which its value stands in every environment. */
  String key() {
    return owner + "." + setting.name();
  }

  /** The default in canonical form. */
  Optional<Object> standard() {
    return setting.defaultValue().map(setting::canonical);
  }

  /** A stored value checked against the type as it is now. */
  Checked read(Object stored) {
    return Values.check(
        setting.type(), StoredForm.unpack(setting.type(), stored), Reading.TEXT, setting.name());
  }

  /** A value that somebody wants to set, checked against the type. */
  Checked check(Object given) {
    Object value = setting.canonical(given);
    Reading reading = value instanceof CharSequence ? Reading.LENIENT : Reading.STRICT;
    return Values.check(
        setting.type(), StoredForm.unpack(setting.type(), value), reading, setting.name());
  }
}
