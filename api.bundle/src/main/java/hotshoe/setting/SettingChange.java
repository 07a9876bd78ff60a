package hotshoe.setting;

import java.util.Objects;
import java.util.Optional;

/**
 * A setting was set or reset, be it to what it was before (row INM-52).
 *
 * @param environment where
 * @param setting which; its effects say what the change brings about
 * @param before the effective value before, in canonical form; empty for no value
 * @param after the effective value now, in canonical form; empty for no value
 * @param isReset whether it went back to its default
 */
public record SettingChange(
    String environment,
    Setting<?> setting,
    Optional<Object> before,
    Optional<Object> after,
    boolean isReset) {

  public SettingChange {
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  /** Whether it is about this setting. */
  public boolean isOf(Setting<?> other) {
    return setting.name().equalsIgnoreCase(other.name());
  }
}
