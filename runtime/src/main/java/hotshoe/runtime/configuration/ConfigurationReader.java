package hotshoe.runtime.configuration;

import hotshoe.configuration.Origin;
import hotshoe.configuration.Value;
import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads everything that configures the host (rows INM-10 to INM-12): gathers what is written, lets
 * the later win key by key, and checks what is left.
 */
public final class ConfigurationReader {

  private static final int LONGEST_SHOWN = 60;

  private final HostOptions options;

  /** Reads the options of this product. */
  public ConfigurationReader() {
    this(HostOptions.standard());
  }

  /** Reads these options. */
  public ConfigurationReader(HostOptions options) {
    this.options = options;
  }

  /**
   * What was read.
   *
   * @param configuration the values that hold; where one is bad, the default stands
   * @param problems everything that is wrong
   */
  public record Reading(EffectiveConfiguration configuration, List<Problem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }

    /** Whether the host must not start with this. */
    public boolean isRefused() {
      return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)
          || (configuration.flag("strict") && !problems.isEmpty());
    }
  }

  /** Reads all sources; never throws for anything that is written in them. */
  public Reading read(ConfigurationSources sources) {
    List<Problem> problems = new ArrayList<>();
    Written written = Written.gather(sources, options, problems);
    Map<String, Assignment> last = new LinkedHashMap<>();
    written.host().forEach(assignment -> last.put(assignment.key(), assignment));
    followPredecessors(last, problems);
    Map<String, Value> read = new LinkedHashMap<>();
    last.values()
        .forEach(
            assignment ->
                check(assignment, problems).ifPresent(value -> read.put(value.key(), value)));
    return new Reading(
        new EffectiveConfiguration(sources.home(), withDefaults(read), written.free()), problems);
  }

  private Map<String, Value> withDefaults(Map<String, Value> read) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (HostOption option : options.all()) {
      Optional.ofNullable(read.get(option.key()))
          .or(() -> defaultOf(option))
          .ifPresent(value -> values.put(option.key(), value));
    }
    return values;
  }

  private static Optional<Value> defaultOf(HostOption option) {
    return option
        .description()
        .defaultValue()
        .map(text -> valueOf(option, option.read(text), new Origin.Default()));
  }

  /** An old key counts only while the new one is unset, wherever the two stand. */
  private void followPredecessors(Map<String, Assignment> last, List<Problem> problems) {
    for (Assignment old : List.copyOf(last.values())) {
      options
          .findSuccessor(old.key())
          .ifPresent(
              option -> {
                last.remove(old.key());
                last.putIfAbsent(option.key(), old.under(option.key()));
                problems.add(renamed(old, option));
              });
    }
  }

  private static Problem renamed(Assignment old, HostOption option) {
    return Problem.warning("HS-CONFIG-009", "'" + old.key() + "' is called otherwise now")
        .at(old.origin().toString())
        .advising("write '" + option.key() + "'; the old key still works while the new is unset");
  }

  private Optional<Value> check(Assignment assignment, List<Problem> problems) {
    Optional<HostOption> option = options.find(assignment.key());
    if (option.isEmpty()) {
      problems.add(unknown(assignment));
      return Optional.empty();
    }
    try {
      Object value = option.get().read(assignment.value());
      return Optional.of(valueOf(option.get(), value, assignment.origin()));
    } catch (IllegalArgumentException e) {
      problems.add(bad(assignment, option.get(), e.getMessage()));
      return Optional.empty();
    }
  }

  /** A slip of the hand on the command line is corrected at once; one in a file may be old. */
  private Problem unknown(Assignment assignment) {
    return isSection(assignment.key()) ? section(assignment) : misspelt(assignment);
  }

  private boolean isSection(String key) {
    return HostOptions.isFree(key + ".")
        || options.keys().stream().anyMatch(option -> option.startsWith(key + "."));
  }

  private Problem section(Assignment assignment) {
    String key = assignment.key();
    String inside =
        options.keys().stream()
            .filter(option -> option.startsWith(key + "."))
            .map(option -> option.substring(key.length() + 1))
            .collect(Collectors.joining(", "));
    return Problem.error(
            "HS-CONFIG-007",
            "'" + key + "' is a section and cannot be " + shown(assignment.value()))
        .at(assignment.origin().toString())
        .because("options stand in it" + (inside.isEmpty() ? "" : ": " + inside))
        .advising("write them below it, indented, or with a dot as in " + key + ".…");
  }

  private Problem misspelt(Assignment assignment) {
    String near = Nearest.to(assignment.key(), options.keys());
    String what = "there is no option '" + assignment.key() + "'";
    Problem problem =
        assignment.origin() instanceof Origin.Program
            ? Problem.error("HS-CONFIG-004", what)
            : Problem.warning("HS-CONFIG-004", what);
    return problem
        .at(assignment.origin().toString())
        .advising(
            near.isEmpty() ? "'hotshoe config' lists them all" : "did you mean '" + near + "'?");
  }

  private static Problem bad(Assignment assignment, HostOption option, String why) {
    return Problem.error(
            "HS-CONFIG-005", "'" + option.key() + "' cannot be " + shown(assignment.value()))
        .at(assignment.origin().toString())
        .because(why)
        .advising(
            option
                .description()
                .defaultValue()
                .map(text -> "the default is " + text)
                .orElse("remove it to leave it unset"));
  }

  private static String shown(Object value) {
    String text = value.toString().replaceAll("\\p{Cntrl}", "?");
    return "'"
        + (text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…")
        + "'";
  }

  private static Value valueOf(HostOption option, Object value, Origin origin) {
    return new Value(option.key(), value, origin, option.description().secret());
  }
}
