package hotshoe.setting;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.type.Values;
import java.util.Objects;
import java.util.Optional;

/**
 * A setting's value in one environment.
 *
 * @param setting its declaration
 * @param owner the extension that declares it
 * @param environment where
 * @param value the effective value in canonical form; empty when there is neither value nor default
 * @param stored whether somebody set it
 * @param protectedBecause why it cannot be changed, or empty
 * @param problem what is wrong with the stored value, for which the default stands in
 */
public record SettingValue(
    Setting<?> setting,
    ExtensionName owner,
    String environment,
    Optional<Object> value,
    boolean stored,
    String protectedBecause,
    Optional<Problem> problem) {

  public SettingValue {
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(protectedBecause, "protectedBecause");
    Objects.requireNonNull(problem, "problem");
  }

  /** The value in plain form with secrets starred out, for people; empty for no value. */
  public Optional<Object> shown() {
    return value.map(it -> Values.plain(setting.type(), it, Values.Secrets.HIDDEN));
  }
}
