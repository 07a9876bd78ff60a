package hotshoe.core.setting;

import hotshoe.setting.SettingValue;
import hotshoe.type.Checked;
import java.util.Optional;

/** What is in effect: the stored value where it fits, else the default. */
final class Effective {

  private Effective() {}

  /** A setting's value in an environment. A stored value that does not fit comes as a problem. */
  static SettingValue value(Environment environment, Declared declared) {
    Optional<Object> stored = environment.value(declared.key());
    Optional<Checked> checked = stored.map(declared::read);
    Optional<Object> usable =
        checked.filter(Checked.Valid.class::isInstance).map(it -> ((Checked.Valid) it).value());
    return new SettingValue(
        declared.setting(),
        declared.owner(),
        environment.name(),
        usable.or(declared::standard),
        stored.isPresent(),
        environment.protection(declared.key()),
        checked
            .filter(Checked.Invalid.class::isInstance)
            .map(Checked.Invalid.class::cast)
            .map(
                invalid ->
                    SettingProblems.unusable(
                        declared.setting().name(), environment.name(), invalid.faults())));
  }
}
