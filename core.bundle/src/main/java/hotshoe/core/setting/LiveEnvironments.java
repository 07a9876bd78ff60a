package hotshoe.core.setting;

import hotshoe.core.setting.Announcements.Event;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.setting.EnvironmentListener;
import hotshoe.setting.Setting;
import hotshoe.setting.SettingChange;
import hotshoe.setting.SettingValue;
import hotshoe.setting.Settings;
import hotshoe.setting.Settings.Orphan;
import hotshoe.type.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What settings are in every environment. Reading looks at what is in memory; a change is
 * validated, stored, taken over and told, one at a time. Knows nothing of callers.
 */
final class LiveEnvironments {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");
  private static final int LONGEST_REASON = 300;

  private final ConcurrentNavigableMap<String, Environment> environments =
      new ConcurrentSkipListMap<>();
  private final ReentrantLock changing = new ReentrantLock();
  private final SettingCatalogue catalogue;
  private final EnvironmentStore store;
  private final Announcements announcements;
  private final Scrutiny scrutiny;
  private final Foreign foreign;

  LiveEnvironments(
      SettingCatalogue catalogue,
      EnvironmentStore store,
      Announcements announcements,
      Scrutiny scrutiny) {
    this.catalogue = catalogue;
    this.store = store;
    this.announcements = announcements;
    this.scrutiny = scrutiny;
    this.foreign = new Foreign(catalogue, scrutiny);
    store.all().values().stream()
        .filter(environment -> NAME.matcher(environment.name()).matches())
        .forEach(environment -> environments.put(environment.name(), environment));
    environments.computeIfAbsent(Settings.DEFAULT_ENVIRONMENT, Environment::empty);
  }

  List<String> names() {
    return List.copyOf(environments.keySet());
  }

  List<SettingValue> list(String name) {
    Environment environment = environment(name);
    return catalogue.all().stream()
        .map(declared -> Effective.value(environment, declared))
        .toList();
  }

  SettingValue get(String environment, String setting) {
    return Effective.value(environment(environment), declared(setting));
  }

  <T> Optional<T> get(String environment, Setting<T> setting) {
    Declared declared = declared(setting.name());
    if (!declared.setting().type().equals(setting.type())) {
      throw new ProblemException(
          SettingProblems.declaredOtherwise(
              setting.name(), declared.owner(), declared.setting().type().toString()));
    }
    return Effective.value(environment(environment), declared).value().map(setting::read);
  }

  /** What cannot be used of all that is stored. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(foreign.problems());
    for (Environment environment : environments.values()) {
      catalogue.all().stream()
          .filter(declared -> environment.value(declared.key()).isPresent())
          .flatMap(declared -> Effective.value(environment, declared).problem().stream())
          .forEach(problems::add);
    }
    return problems;
  }

  private Declared declared(String name) {
    return catalogue
        .find(name)
        .orElseThrow(
            () ->
                new ProblemException(
                    SettingProblems.unknown(
                        name, catalogue.all().stream().map(it -> it.setting().name()).toList())));
  }

  private Environment environment(String name) {
    return Optional.ofNullable(environments.get(name))
        .orElseThrow(() -> new ProblemException(SettingProblems.noEnvironment(name, names())));
  }

  void create(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new ProblemException(SettingProblems.environmentName(name));
    }
    change(
        () -> {
          if (environments.containsKey(name)) {
            throw new ProblemException(SettingProblems.environmentExists(name));
          }
          take(Environment.empty(name));
          return List.of(event("created " + name, listener -> listener.created(name)));
        });
  }

  void clear(String name) {
    change(
        () -> {
          Environment before = current(name);
          unguarded(before, "cleared");
          take(cleared(before));
          return List.of(event("cleared " + name, listener -> listener.cleared(name)));
        });
  }

  /** Protected values stay, and so do orphans: nobody sees what would be lost. */
  private Environment cleared(Environment before) {
    Map<String, Object> kept = new TreeMap<>(before.values());
    kept.keySet()
        .removeIf(key -> catalogue.byKey(key).isPresent() && before.protection(key).isEmpty());
    return new Environment(before.name(), kept, before.protections());
  }

  void delete(String name) {
    change(
        () -> {
          Environment before = current(name);
          if (name.equals(Settings.DEFAULT_ENVIRONMENT)) {
            throw new ProblemException(SettingProblems.alwaysThere());
          }
          unguarded(before, "deleted");
          store.remove(name);
          environments.remove(name);
          return List.of(event("deleted " + name, listener -> listener.deleted(name)));
        });
  }

  private void unguarded(Environment environment, String what) {
    if (isGuarded(environment)) {
      throw new ProblemException(SettingProblems.guardedEnvironment(environment.name(), what));
    }
  }

  private boolean isGuarded(Environment environment) {
    return catalogue
        .find(EnvironmentSettings.GUARD.name())
        .flatMap(declared -> Effective.value(environment, declared).value())
        .filter(Boolean.TRUE::equals)
        .isPresent();
  }

  void set(String name, String setting, Object value) {
    Declared declared = declared(setting);
    environment(name);
    Object stored = valid(name, declared, value);
    change(
        () -> {
          Environment before = current(name);
          unprotected(before, declared);
          return taken(before, before.with(declared.key(), stored), List.of(declared));
        });
  }

  /** The stored form of a value that may be stored. */
  private Object valid(String environment, Declared declared, Object value) {
    List<Fault> faults = new ArrayList<>();
    Optional<Object> stored = scrutiny.stored(declared, value, faults);
    return stored.orElseThrow(
        () ->
            new ProblemException(
                SettingProblems.invalid(declared.setting().name(), environment, faults)));
  }

  private static void unprotected(Environment environment, Declared declared) {
    String reason = environment.protection(declared.key());
    if (!reason.isEmpty()) {
      throw new ProblemException(
          SettingProblems.guarded(declared.setting().name(), environment.name(), reason));
    }
  }

  void reset(String name, String setting) {
    Declared declared = declared(setting);
    change(
        () -> {
          Environment before = current(name);
          unprotected(before, declared);
          return taken(before, before.without(declared.key()), List.of(declared));
        });
  }

  void protect(String name, String reason, Map<String, ?> values) {
    environment(name);
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new ProblemException(SettingProblems.badReason());
    }
    Map<Declared, Object> batch = validBatch(name, reason, values);
    change(
        () -> {
          Environment before = current(name);
          Environment after = before;
          Map<String, String> protections = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          protections.putAll(before.protections());
          protections.values().removeIf(reason::equals);
          for (Map.Entry<Declared, Object> entry : batch.entrySet()) {
            unprotected(before.guarded(protections), entry.getKey());
            after = after.with(entry.getKey().key(), entry.getValue());
            protections.put(entry.getKey().key(), reason);
          }
          return taken(before, after.guarded(protections), List.copyOf(batch.keySet()));
        });
  }

  /** All problems of a batch together, before any of it is done. */
  private Map<Declared, Object> validBatch(String name, String reason, Map<String, ?> values) {
    Map<Declared, Object> batch = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    Environment environment = environment(name);
    for (Map.Entry<String, ?> entry : values.entrySet()) {
      try {
        Declared declared = declared(entry.getKey());
        String other = environment.protection(declared.key());
        if (!other.isEmpty() && !other.equals(reason)) {
          unprotected(environment, declared);
        }
        batch.put(declared, valid(name, declared, entry.getValue()));
      } catch (ProblemException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return batch;
  }

  /** Stores what an environment has become and says what is to be told of it. */
  private List<Event> taken(Environment before, Environment after, List<Declared> changed) {
    if (!after.equals(before)) {
      take(after);
    }
    return changed.stream().map(declared -> updated(before, after, declared)).toList();
  }

  private static Event updated(Environment before, Environment after, Declared declared) {
    SettingChange change =
        new SettingChange(
            after.name(),
            declared.setting(),
            Effective.value(before, declared).value(),
            Effective.value(after, declared).value(),
            after.value(declared.key()).isEmpty());
    return event(
        "updated " + declared.setting().name() + " in " + after.name(),
        listener -> listener.updated(change));
  }

  private static Event event(String words, Consumer<EnvironmentListener> telling) {
    return new Event(words, telling);
  }

  private void take(Environment after) {
    store.write(after);
    environments.put(after.name(), after);
  }

  List<Orphan> orphans() {
    List<Orphan> orphans = new ArrayList<>();
    for (Environment environment : environments.values()) {
      environment.values().keySet().stream()
          .filter(key -> catalogue.byKey(key).isEmpty())
          .forEach(key -> orphans.add(orphan(environment.name(), key)));
    }
    return orphans;
  }

  private static Orphan orphan(String environment, String key) {
    int dot = key.lastIndexOf('.');
    return new Orphan(environment, key.substring(dot + 1), dot < 0 ? "" : key.substring(0, dot));
  }

  void forget(Orphan orphan) {
    String key =
        orphan.owner().isEmpty() ? orphan.setting() : orphan.owner() + "." + orphan.setting();
    change(
        () -> {
          Environment before = current(orphan.environment());
          if (before.value(key).isEmpty() || catalogue.byKey(key).isPresent()) {
            throw new ProblemException(SettingProblems.notOrphaned(orphan));
          }
          Map<String, String> protections = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          protections.putAll(before.protections());
          protections.remove(key);
          take(before.without(key).guarded(protections));
          return List.of();
        });
  }

  /** What a tool has written is taken over before anything is changed on top of it. */
  private Environment current(String name) {
    absorbed(name);
    return environment(name);
  }

  /** A tool has changed, made or deleted a configuration. */
  void absorb(String name) {
    if (NAME.matcher(name).matches()) {
      change(
          () -> {
            absorbed(name);
            return List.of();
          });
    }
  }

  private void absorbed(String name) {
    Optional<Environment> written = store.read(name);
    Optional<Environment> known = Optional.ofNullable(environments.get(name));
    if (written.isEmpty()) {
      known.ifPresent(this::missing);
      return;
    }
    if (written.equals(known)) {
      return;
    }
    Environment before = known.orElseGet(() -> Environment.empty(name));
    Foreign.Verdict verdict = foreign.judge(known, written.get());
    if (!verdict.environment().equals(written.get())) {
      store.write(verdict.environment());
    }
    environments.put(name, verdict.environment());
    verdict.refused().forEach(foreign::tell);
    List<Event> events = new ArrayList<>();
    if (known.isEmpty()) {
      events.add(event("created " + name, listener -> listener.created(name)));
    }
    verdict.changed().forEach(it -> events.add(updated(before, verdict.environment(), it)));
    told(events);
  }

  /** A tool has deleted the configuration of an environment. */
  private void missing(Environment known) {
    String name = known.name();
    if (known.equals(Environment.empty(name)) && name.equals(Settings.DEFAULT_ENVIRONMENT)) {
      return;
    }
    if (isGuarded(known) || !known.protections().isEmpty()) {
      store.write(known);
      foreign.tell(SettingProblems.guardedEnvironment(name, "deleted"));
    } else if (name.equals(Settings.DEFAULT_ENVIRONMENT)) {
      environments.put(name, Environment.empty(name));
      told(List.of(event("cleared " + name, listener -> listener.cleared(name))));
    } else {
      environments.remove(name);
      told(List.of(event("deleted " + name, listener -> listener.deleted(name))));
    }
  }

  private Announcements.Waiting told(List<Event> events) {
    return events.stream()
        .map(announcements::post)
        .reduce(announcements.nothing(), Announcements.Waiting::and);
  }

  /** Makes a change while nobody else makes one, and waits for the listeners afterwards. */
  private void change(Step step) {
    Announcements.Waiting waiting;
    changing.lock();
    try {
      waiting = told(step.run());
    } finally {
      changing.unlock();
    }
    waiting.await();
  }

  /** One change; says what is to be told of it. */
  private interface Step {
    List<Event> run();
  }
}
