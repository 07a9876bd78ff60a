package hotshoe.shell;

import hotshoe.caller.Caller;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.setting.DeclaredSetting;
import hotshoe.setting.Setting;
import hotshoe.setting.SettingValue;
import hotshoe.setting.Settings;
import hotshoe.type.Checked;
import hotshoe.type.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Settings in memory. */
public final class FakeSettings implements Settings {

  private static final ExtensionName OWNER = new ExtensionName("billing");

  public final List<Caller> callers = new ArrayList<>();
  public final Map<String, Object> stored = new TreeMap<>();
  private final TreeSet<String> environments = new TreeSet<>(List.of("default", "production"));
  private final List<Orphan> orphans =
      new ArrayList<>(List.of(new Orphan("default", "old_key", "gone")));

  private final List<Setting<?>> declared =
      List.of(
          Setting.secret("bank_key").describedAs("What the bank knows us by. Refunds need it."),
          Setting.choice("currency", "EUR", "USD").defaulting("EUR").describedAs("Of all prices."),
          Setting.integer("retain_days")
              .between(1, 365)
              .defaulting(90L)
              .describedAs("Days after which the ledger forgets an invoice.")
              .in("ledger")
              .causing(Setting.Effect.RESTART));

  @Override
  public Settings as(Caller caller) {
    callers.add(caller);
    return this;
  }

  @Override
  public List<DeclaredSetting> declared() {
    return declared.stream().map(setting -> new DeclaredSetting(setting, OWNER)).toList();
  }

  @Override
  public List<String> environments() {
    return List.copyOf(environments);
  }

  @Override
  public void create(String environment) {
    environments.add(environment);
  }

  @Override
  public void clear(String environment) {
    stored.clear();
  }

  @Override
  public void delete(String environment) {
    environments.remove(environment);
  }

  @Override
  public List<SettingValue> list(String environment) {
    return declared.stream().map(setting -> get(environment, setting.name())).toList();
  }

  @Override
  public SettingValue get(String environment, String name) {
    Setting<?> setting =
        declared.stream()
            .filter(s -> s.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.error("HS-SETTING-001", "there is no setting '" + name + "'")));
    Optional<Object> own = Optional.ofNullable(stored.get(environment + "/" + name));
    return new SettingValue(
        setting,
        OWNER,
        environment,
        own.or(setting::defaultValue),
        own.isPresent(),
        "",
        Optional.empty());
  }

  @Override
  public <T> Optional<T> get(String environment, Setting<T> setting) {
    return get(environment, setting.name()).value().map(setting::read);
  }

  @Override
  public void set(String environment, String setting, Object value) {
    Checked checked =
        Values.check(
            get(environment, setting).setting().type(), value, Values.Reading.LENIENT, setting);
    if (checked instanceof Checked.Valid valid) {
      stored.put(environment + "/" + setting, valid.value());
    } else {
      throw new ProblemException(
          Problem.error("HS-SETTING-002", "the value does not fit").because("" + checked));
    }
  }

  @Override
  public void reset(String environment, String setting) {
    stored.remove(environment + "/" + setting);
  }

  @Override
  public void protect(String environment, String reason, Map<String, ?> values) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Orphan> orphans() {
    return List.copyOf(orphans);
  }

  @Override
  public void forget(Orphan orphan) {
    orphans.remove(orphan);
  }

  @Override
  public List<Problem> problems() {
    return List.of();
  }
}
