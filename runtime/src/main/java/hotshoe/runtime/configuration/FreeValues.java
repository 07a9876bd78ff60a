package hotshoe.runtime.configuration;

import hotshoe.configuration.Origin;
import hotshoe.configuration.Value;
import hotshoe.extension.ExtensionName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Values of keys that the host does not know: options of extensions and features. An environment
 * variable says only roughly which key it means, so it is matched when somebody asks.
 *
 * @param files what files assign, later ones winning
 * @param environment those variables that begin as such keys do
 * @param program what the command line or the embedding program assigns, winning over all
 */
record FreeValues(
    List<Assignment> files, Map<String, String> environment, List<Assignment> program) {

  private static final Pattern SECRET =
      Pattern.compile(".*(password|passphrase|secret|token|credential|private-key).*");

  FreeValues {
    files = List.copyOf(files);
    environment = Map.copyOf(environment);
    program = List.copyOf(program);
  }

  /** The value of one whole key. */
  Optional<Value> find(String key) {
    return Optional.ofNullable(
        collect(assignment -> assignment.key().equals(key), variable -> exactly(key, variable))
            .get(key));
  }

  /** All values of an extension under keys of its own. */
  List<Value> of(ExtensionName extension) {
    String name = Keys.canonical(extension.value());
    String prefix = HostOptions.EXTENSIONS + name + ".";
    String variables = Keys.variable(prefix);
    return collect(
            assignment ->
                assignment.key().startsWith(prefix)
                    && assignment.extension().filter(other -> !other.equals(name)).isEmpty(),
            variable -> following(variable, variables, prefix))
        .values()
        .stream()
        .map(value -> withKey(value, value.key().substring(prefix.length())))
        .toList();
  }

  /** All values, under the most likely keys. */
  List<Value> all() {
    return List.copyOf(collect(assignment -> true, FreeValues::likely).values());
  }

  /**
   * What nobody takes, under the most likely keys.
   *
   * @param prefixes what the keys begin with that somebody takes, each with its last dot
   * @param keys whole keys that somebody takes
   */
  List<Value> unclaimed(Collection<String> prefixes, Collection<String> keys) {
    List<String> variablePrefixes = prefixes.stream().map(Keys::variable).toList();
    List<String> variables = keys.stream().map(Keys::variable).toList();
    return List.copyOf(
        collect(
                assignment -> !isClaimed(assignment, prefixes, keys),
                variable ->
                    variables.contains(variable)
                            || variablePrefixes.stream().anyMatch(variable::startsWith)
                        ? Optional.empty()
                        : likely(variable))
            .values());
  }

  private static boolean isClaimed(
      Assignment assignment, Collection<String> prefixes, Collection<String> keys) {
    return assignment
        .extension()
        .map(name -> prefixes.contains(HostOptions.EXTENSIONS + name + "."))
        .orElseGet(
            () ->
                keys.contains(assignment.key())
                    || prefixes.stream().anyMatch(assignment.key()::startsWith));
  }

  private Map<String, Value> collect(
      Predicate<Assignment> wanted, java.util.function.Function<String, Optional<String>> keyOf) {
    Map<String, Value> found = new TreeMap<>();
    files.stream().filter(wanted).forEach(assignment -> put(found, assignment));
    Map<String, String> written = new LinkedHashMap<>();
    found.keySet().forEach(key -> written.put(Keys.variable(key), key));
    List<String> variables = new ArrayList<>(environment.keySet());
    for (String variable : variables) {
      Optional.ofNullable(written.get(variable))
          .or(() -> keyOf.apply(variable))
          .ifPresent(
              key ->
                  put(
                      found,
                      Assignment.of(
                          key, environment.get(variable), new Origin.Environment(variable))));
    }
    program.stream().filter(wanted).forEach(assignment -> put(found, assignment));
    return found;
  }

  private static void put(Map<String, Value> values, Assignment assignment) {
    boolean secret = SECRET.matcher(assignment.key()).matches();
    values.put(
        assignment.key(),
        new Value(assignment.key(), assignment.value(), assignment.origin(), secret));
  }

  private static Optional<String> exactly(String key, String variable) {
    return variable.equals(Keys.variable(key)) ? Optional.of(key) : Optional.empty();
  }

  private static Optional<String> following(String variable, String variables, String prefix) {
    return variable.startsWith(variables) && variable.length() > variables.length()
        ? Optional.of(prefix + Keys.canonical(variable.substring(variables.length())))
        : Optional.empty();
  }

  private static Optional<String> likely(String variable) {
    String key = variable.substring(Keys.VARIABLE.length()).toLowerCase(Locale.ROOT);
    return Optional.of(key.replaceFirst("_", ".").replace('_', '-'));
  }

  private static Value withKey(Value value, String key) {
    return new Value(key, value.value(), value.origin(), value.secret());
  }
}
