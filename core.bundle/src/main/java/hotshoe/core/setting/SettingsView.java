package hotshoe.core.setting;

import hotshoe.caller.Caller;
import hotshoe.problem.Problem;
import hotshoe.setting.DeclaredSetting;
import hotshoe.setting.Setting;
import hotshoe.setting.SettingValue;
import hotshoe.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Settings as one caller sees and changes them.
 *
 * @param caller who
 * @param live the values
 * @param catalogue what is declared
 * @param desk decides and remembers
 * @param otherProblems what is wrong beside the values
 */
record SettingsView(
    Caller caller,
    LiveEnvironments live,
    SettingCatalogue catalogue,
    Desk desk,
    Supplier<List<Problem>> otherProblems)
    implements Settings {

  @Override
  public Settings as(Caller other) {
    return new SettingsView(other, live, catalogue, desk, otherProblems);
  }

  @Override
  public List<DeclaredSetting> declared() {
    desk.admit(caller, "setting.list", "");
    return catalogue.all().stream()
        .map(declared -> new DeclaredSetting(declared.setting(), declared.owner()))
        .toList();
  }

  @Override
  public List<String> environments() {
    desk.admit(caller, "environment.list", "");
    return live.names();
  }

  @Override
  public void create(String environment) {
    desk.change(caller, "environment.create", environment, () -> live.create(environment));
  }

  @Override
  public void clear(String environment) {
    desk.change(caller, "environment.clear", environment, () -> live.clear(environment));
  }

  @Override
  public void delete(String environment) {
    desk.change(caller, "environment.delete", environment, () -> live.delete(environment));
  }

  @Override
  public List<SettingValue> list(String environment) {
    desk.admit(caller, "setting.list", environment);
    return live.list(environment).stream().map(this::seen).toList();
  }

  @Override
  public SettingValue get(String environment, String setting) {
    desk.admit(caller, "setting.get", subject(environment, setting));
    return seen(live.get(environment, setting));
  }

  @Override
  public <T> Optional<T> get(String environment, Setting<T> setting) {
    desk.admit(caller, "setting.get", subject(environment, setting.name()));
    Optional<T> value = live.get(environment, setting);
    return isHost() ? value : value.map(it -> setting.read(SettingCatalogue.starred(it)));
  }

  private SettingValue seen(SettingValue value) {
    return isHost() || !SettingCatalogue.isSecret(value.setting().type())
        ? value
        : new SettingValue(
            value.setting(),
            value.owner(),
            value.environment(),
            value.value().map(SettingCatalogue::starred),
            value.stored(),
            value.protectedBecause(),
            value.problem());
  }

  private boolean isHost() {
    return caller.equals(Caller.HOST);
  }

  @Override
  public void set(String environment, String setting, Object value) {
    desk.change(
        caller,
        "setting.set",
        subject(environment, setting),
        () -> live.set(environment, setting, value));
  }

  @Override
  public void reset(String environment, String setting) {
    desk.change(
        caller,
        "setting.reset",
        subject(environment, setting),
        () -> live.reset(environment, setting));
  }

  @Override
  public void protect(String environment, String reason, Map<String, ?> values) {
    desk.change(
        caller,
        "setting.protect",
        environment,
        () -> live.protect(environment, reason, Map.copyOf(values)));
  }

  @Override
  public List<Orphan> orphans() {
    desk.admit(caller, "setting.orphans", "");
    return live.orphans();
  }

  @Override
  public void forget(Orphan orphan) {
    desk.change(
        caller,
        "setting.forget",
        subject(orphan.environment(), orphan.owner() + "." + orphan.setting()),
        () -> live.forget(orphan));
  }

  @Override
  public List<Problem> problems() {
    desk.admit(caller, "setting.list", "");
    return otherProblems.get();
  }

  private static String subject(String environment, String setting) {
    return environment + "/" + setting;
  }
}
