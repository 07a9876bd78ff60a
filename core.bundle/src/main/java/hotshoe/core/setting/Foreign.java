package hotshoe.core.setting;

import hotshoe.problem.Problem;
import hotshoe.type.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges what a tool has written into Configuration Admin, setting by setting: what is valid is
 * taken over, what is not is undone and told, and protections cannot be changed that way.
 */
final class Foreign {

  private static final Logger log = LoggerFactory.getLogger(Foreign.class);

  private static final int MOST_PROBLEMS = 100;

  private final SettingCatalogue catalogue;
  private final Scrutiny scrutiny;
  private final Deque<Problem> problems = new ArrayDeque<>();

  Foreign(SettingCatalogue catalogue, Scrutiny scrutiny) {
    this.catalogue = catalogue;
    this.scrutiny = scrutiny;
  }

  /**
   * What comes of it.
   *
   * @param environment what the environment is to be
   * @param changed the declared settings that are otherwise now
   * @param refused why the rest was not taken over; to be told once that is undone
   */
  record Verdict(Environment environment, List<Declared> changed, List<Problem> refused) {}

  /** Judges. An environment that was not known is taken with its protections. */
  Verdict judge(Optional<Environment> known, Environment written) {
    Environment before = known.orElseGet(() -> Environment.empty(written.name()));
    Environment result =
        before.guarded(known.isEmpty() ? written.protections() : before.protections());
    List<Declared> changed = new ArrayList<>();
    List<Problem> refused = new ArrayList<>();
    for (String key : keys(before, written)) {
      Optional<Object> value = written.value(key);
      if (value.equals(before.value(key))) {
        continue;
      }
      Optional<Declared> declared = catalogue.byKey(key);
      Optional<Object> accepted =
          declared.isEmpty() ? value : accepted(declared.get(), before, value, refused);
      result = accepted.isPresent() ? result.with(key, accepted.get()) : result.without(key);
      if (declared.isPresent() && !accepted.equals(before.value(key))) {
        changed.add(declared.get());
      }
    }
    return new Verdict(result, changed, refused);
  }

  private static Set<String> keys(Environment before, Environment written) {
    Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    keys.addAll(before.values().keySet());
    keys.addAll(written.values().keySet());
    return keys;
  }

  private Optional<Object> accepted(
      Declared declared, Environment before, Optional<Object> value, List<Problem> refused) {
    String name = declared.setting().name();
    String reason = before.protection(declared.key());
    if (!reason.isEmpty()) {
      refused.add(SettingProblems.guarded(name, before.name(), reason));
      return before.value(declared.key());
    }
    if (value.isEmpty()) {
      return value;
    }
    List<Fault> faults = new ArrayList<>();
    Optional<Object> stored = scrutiny.restored(declared, value.get(), faults);
    if (stored.isEmpty()) {
      refused.add(SettingProblems.invalid(name, before.name(), faults));
      return before.value(declared.key());
    }
    return stored;
  }

  /** Tells that a tool's change was undone. */
  void tell(Problem why) {
    Problem problem = SettingProblems.refusedTool(why);
    log.warn(problem.sentence());
    synchronized (problems) {
      problems.remove(problem);
      problems.addLast(problem);
      if (problems.size() > MOST_PROBLEMS) {
        problems.removeFirst();
      }
    }
  }

  /** What was undone lately. */
  List<Problem> problems() {
    synchronized (problems) {
      return List.copyOf(problems);
    }
  }
}
