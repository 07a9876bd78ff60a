package hotshoe.inventory.named;

import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What can be wrong with inventories that have a name, in words. */
final class NamedProblems {

  private static final int SHOWN = 100;

  /** What {@code source} tells of a plugin that could not read a source, ... */
  private static final String FAILED = "HS-INVENTORY-110";

  /** ... and of a source that none could read. */
  private static final String UNPARSED = "HS-INVENTORY-112";

  private NamedProblems() {}

  static ProblemException unknown(String name, Collection<String> known) {
    String near = Nearest.to(name, known);
    return new ProblemException(
        Problem.error("HS-INVENTORY-190", "there is no inventory '" + shown(name) + "'")
            .advising(near.isEmpty() ? "list them, or create it" : "did you mean '" + near + "'?"));
  }

  static Problem definition(String file, List<String> faults) {
    return Problem.error("HS-INVENTORY-191", "the definition of an inventory cannot be used")
        .at(file)
        .because(String.join("; ", faults))
        .advising("correct the file; it is read again when it changes");
  }

  static ProblemException unwritten(String file, String why) {
    return new ProblemException(
        Problem.error("HS-INVENTORY-192", "the definition of an inventory cannot be kept")
            .at(file)
            .because(why)
            .advising("see to it that the host may write there, or change inventory.folder"));
  }

  static Problem gone(String inventory, String plugin) {
    return Problem.error(
            "HS-INVENTORY-193",
            "the plugin " + plugin + " went, which inventory " + inventory + " is read with")
        .because("the extension that brought it was stopped or removed")
        .advising("install it again; until then the last answer is kept");
  }

  static ProblemException impossible(Problem reason, String inventory) {
    return new ProblemException(
        Problem.error("HS-INVENTORY-194", "an addition to " + inventory + " cannot be made")
            .at(reason.where())
            .because(reason.what())
            .advising("correct it; one that was possible before is dropped by forgetting all"));
  }

  /** What to tell first of all that is told of a reading that failed: why a source is not read. */
  static Problem main(List<Problem> reasons) {
    Problem last = reasons.get(reasons.size() - 1);
    List<Problem> failures =
        reasons.stream().filter(reason -> reason.code().equals(FAILED)).toList();
    return failures.stream()
        .filter(NamedProblems::isOfItsOwnPlugin)
        .findFirst()
        .orElseGet(() -> failures.isEmpty() ? last : failures.get(failures.size() - 1));
  }

  /** Of all plugins that tried, the one that files of this name are for. */
  private static boolean isOfItsOwnPlugin(Problem failure) {
    String what = failure.what();
    return what.matches("(?s).*\\.(ya?ml|json) with yaml plugin")
        || what.endsWith(".toml with toml plugin");
  }

  /** The same in words for who did not set what a command line would have to. */
  static Problem ofAll(Problem reason) {
    return reason.code().equals(UNPARSED)
        ? reason
            .because("an inventory is read from all of its sources or not at all")
            .advising("correct or remove the source, or write 'failures: traces' to pass over it")
        : reason;
  }

  static Problem kept(String inventory, Duration age, Problem reason) {
    return Problem.warning(
            "HS-INVENTORY-195",
            "inventory "
                + inventory
                + " cannot be read; its answer, "
                + Ages.text(age)
                + " old, is kept")
        .at(reason.where())
        .because(reason.what() + (reason.why().isEmpty() ? "" : ": " + reason.why()))
        .advising(reason.advice());
  }

  static ProblemException name(String name) {
    return new ProblemException(
        Problem.error("HS-INVENTORY-196", "'" + shown(name) + "' is no name for an inventory")
            .advising(
                "use at most 64 lower case letters, digits, dots, dashes and underscores, the"
                    + " first a letter or a digit"));
  }

  static ProblemException host(String inventory, String host, Collection<String> known) {
    String near = Nearest.to(host, known);
    return new ProblemException(
        Problem.error(
                "HS-INVENTORY-197",
                "there is no host '" + shown(host) + "' in inventory " + inventory)
            .advising(near.isEmpty() ? "list its hosts" : "did you mean '" + near + "'?"));
  }

  static ProblemException group(String inventory, String group, Collection<String> known) {
    String near = Nearest.to(group, known);
    return new ProblemException(
        Problem.error(
                "HS-INVENTORY-202",
                "there is no group '" + shown(group) + "' in inventory " + inventory)
            .advising(near.isEmpty() ? "begin with 'all'" : "did you mean '" + near + "'?"));
  }

  static ProblemException limitFile() {
    return new ProblemException(
        Problem.error("HS-INVENTORY-198", "a limit cannot name a file here")
            .because("whoever may read an inventory need not be allowed to read the host's files")
            .advising("write the patterns themselves, separated by commas"));
  }

  static Problem listener(String listener, Throwable failure) {
    return Problem.error("HS-INVENTORY-199", "a listener to inventories failed: " + listener)
        .because(String.valueOf(failure))
        .advising("tell the author of the extension that it belongs to");
  }

  static ProblemException plugin(String name, Collection<String> known) {
    String near = Nearest.to(name, known);
    return new ProblemException(
        Problem.error("HS-INVENTORY-200", "there is no inventory plugin '" + shown(name) + "'")
            .advising(near.isEmpty() ? "list them" : "did you mean '" + near + "'?"));
  }

  static ProblemException interrupted(String inventory) {
    return new ProblemException(
        Problem.error("HS-INVENTORY-201", "waiting for inventory " + inventory + " was interrupted")
            .because("somebody else is reading it")
            .advising("try again"));
  }

  private static String shown(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
  }
}
