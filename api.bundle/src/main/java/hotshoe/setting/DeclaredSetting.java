package hotshoe.setting;

import hotshoe.extension.ExtensionName;
import java.util.Objects;

/**
 * A setting that can be read and set, with whose it is.
 *
 * @param setting what was declared
 * @param owner the extension that declares it
 */
public record DeclaredSetting(Setting<?> setting, ExtensionName owner) {
  public DeclaredSetting {
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(owner, "owner");
  }

  /** Its name. */
  public String name() {
    return setting.name();
  }
}
