package hotshoe.loader.extension;

import hotshoe.configuration.Configuration;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The option {@code enabled-extensions}: which extensions run, in which order (rows INM-02 to
 * INM-06). Unset, all run, by name.
 *
 * @param listed the names in their order; empty when the option is unset
 * @param origin who set it, for people
 */
record EnabledExtensions(Optional<List<String>> listed, String origin) {

  static final String OPTION = "enabled-extensions";

  static EnabledExtensions of(Configuration configuration) {
    return configuration
        .find(OPTION)
        .map(
            value ->
                new EnabledExtensions(
                    Optional.of(names(configuration.list(OPTION))), value.origin().toString()))
        .orElseGet(() -> new EnabledExtensions(Optional.empty(), ""));
  }

  /** Blanks and empty items are nothing; who is named twice is named once. The host always runs. */
  private static List<String> names(List<String> items) {
    return items.stream()
        .map(String::strip)
        .filter(name -> !name.isEmpty() && !name.equals(ExtensionName.HOST.value()))
        .distinct()
        .toList();
  }

  boolean allows(ExtensionName name) {
    return listed.map(names -> names.contains(name.value())).orElse(true);
  }

  /** Why an extension does not run that is not named. */
  String cause() {
    return "the option " + OPTION + " (" + origin + ") does not name it";
  }

  /** First those that are named, in that order; then by name. */
  Comparator<ExtensionName> order() {
    return Comparator.comparingInt(this::position).thenComparing(Comparator.naturalOrder());
  }

  private int position(ExtensionName name) {
    int index = listed.map(names -> names.indexOf(name.value())).orElse(0);
    return index < 0 ? Integer.MAX_VALUE : index;
  }

  /**
   * Refuses the start when a name is not there (row INM-04).
   *
   * @throws ProblemException with one problem for each such name
   */
  void requireAll(Collection<ExtensionName> installed) {
    List<Problem> missing = missing(installed);
    if (!missing.isEmpty()) {
      throw new ProblemException(missing);
    }
  }

  /** The names that nobody has. */
  List<Problem> missing(Collection<ExtensionName> installed) {
    List<Problem> problems = new ArrayList<>();
    for (String name : listed.orElse(List.of())) {
      if (installed.stream().noneMatch(known -> known.value().equals(name))) {
        problems.add(ExtensionProblems.notFound(name, origin, installed));
      }
    }
    return problems;
  }

  /** What to say when there is something to run and nothing is named (row INM-05). */
  Optional<String> hint(Collection<ExtensionName> installed) {
    if (installed.isEmpty() || !listed.map(List::isEmpty).orElse(false)) {
      return Optional.empty();
    }
    return Optional.of(
        "no extension runs, because the option "
            + OPTION
            + " ("
            + origin
            + ") is empty; name those that shall run there, or remove it to run all: "
            + names(installed));
  }

  private static String names(Collection<ExtensionName> names) {
    return names.stream().map(ExtensionName::value).sorted().collect(Collectors.joining(", "));
  }
}
