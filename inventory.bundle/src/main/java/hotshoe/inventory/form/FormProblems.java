package hotshoe.inventory.form;

import hotshoe.inventory.ForeignValue;
import hotshoe.inventory.VaultText;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;

/** What keeps an inventory from being printed, in words. */
final class FormProblems {

  private FormProblems() {}

  static ProblemException unprintable(Object value) {
    String kind =
        value instanceof ForeignValue foreign ? foreign.kind() : value.getClass().getSimpleName();
    return new ProblemException(
        Problem.error("HS-INVENTORY-040", "Object of type " + kind + " is not JSON serializable")
            .because("JSON has no such values")
            .advising("write the value as a text"));
  }

  static Problem unsorted() {
    return Problem.warning(
            "HS-INVENTORY-041", "Could not sort JSON output due to issues while sorting keys")
        .because(
            "a map has keys of several kinds, such as texts and numbers, and those have no order")
        .advising("put all keys into quotes");
  }

  static ProblemException tooLarge(String group, String size) {
    return new ProblemException(
        Problem.error("HS-INVENTORY-169", "The tree below group " + group + " is too large")
            .because("it has " + size + " or more, since a group stands under each of its parents")
            .advising("use --list, which prints every group once"));
  }

  static ProblemException nonStringKey(Object key) {
    return new ProblemException(
        Problem.error(
                "HS-INVENTORY-171", "The source inventory contains a non-string key (" + key + ")")
            .because("TOML has texts for keys and nothing else")
            .advising("put the key into quotes in its source, or print YAML"));
  }

  static ProblemException notInToml(Object value) {
    String kind =
        value instanceof ForeignValue foreign
            ? "a value of the kind " + foreign.kind()
            : value instanceof VaultText ? "an encrypted text" : "a number of more than 64 bits";
    return new ProblemException(
        Problem.error(
                "HS-INVENTORY-171",
                "The source inventory contains a value that cannot be represented in TOML")
            .because("it is " + kind)
            .advising("print YAML"));
  }

  static Problem nothings(int count) {
    return Problem.warning(
            "HS-INVENTORY-172",
            count + (count == 1 ? " value is" : " values are") + " nothing, and not in the TOML")
        .because("TOML has no null; in lists the text None stands for it")
        .advising("print YAML or JSON to keep them");
  }

  /** The same problem, which is in a variable of this host or group. */
  static ProblemException in(ProblemException failure, String entity, Object variable) {
    return new ProblemException(
        failure.problems().stream()
            .map(problem -> problem.at("variable " + variable + " of " + entity))
            .toList());
  }
}
