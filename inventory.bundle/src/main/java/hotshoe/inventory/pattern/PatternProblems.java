package hotshoe.inventory.pattern;

import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.util.List;

/** What can be wrong with patterns and limits, in words. */
final class PatternProblems {

  private static final int SHOWN = 100;

  private PatternProblems() {}

  static ProblemException noSuchPlace(String pattern, String expression, long size) {
    return new ProblemException(
        Problem.error(
                "HS-INVENTORY-080",
                "No hosts matched the subscripted pattern '" + shown(pattern) + "'")
            .because("'" + shown(expression) + "' matches " + hosts(size) + ", counted from 0")
            .advising("choose a smaller number, or a range such as [0:]"));
  }

  static ProblemException noExpression(String pattern, String why) {
    return new ProblemException(
        Problem.error(
                "HS-INVENTORY-081", "'" + shown(pattern) + "' is no regular expression that works")
            .because(shown(why))
            .advising("correct it, or leave the '~' away to match names with * and ?"));
  }

  static ProblemException endless(String pattern, String name) {
    return new ProblemException(
        Problem.error("HS-INVENTORY-082", "'" + shown(pattern) + "' takes too long to match")
            .because("it was given up at the name '" + shown(name) + "'")
            .advising("write it without a repetition inside a repetition, such as (a+)+"));
  }

  static ProblemException empty(String pattern) {
    return new ProblemException(
        Problem.error("HS-INVENTORY-083", "'" + shown(pattern) + "' has nothing behind its sign")
            .advising("write the pattern right behind '&' or '!'"));
  }

  static Problem unmatched(String pattern, List<String> names, boolean isError) {
    String near = Nearest.to(pattern, names);
    String what = "Could not match supplied host pattern, ignoring: " + shown(pattern);
    Problem problem =
        isError
            ? Problem.error("HS-INVENTORY-084", what)
            : Problem.warning("HS-INVENTORY-084", what);
    return problem.advising(
        near.isEmpty()
            ? "no host and no group is called so; see the names with --graph"
            : "did you mean '" + near + "'?");
  }

  static Problem dash(String pattern) {
    return Problem.warning(
            "HS-INVENTORY-085", "'" + shown(pattern) + "' has a dash where a colon belongs")
        .advising("write [first:last]");
  }

  static ProblemException noLimitFile(String name, String why) {
    return new ProblemException(
        Problem.error("HS-INVENTORY-086", "Unable to find limit file " + shown(name))
            .because(why)
            .advising("give a file with one pattern on each line behind the '@'"));
  }

  static ProblemException limitFolder(String name) {
    return new ProblemException(
        Problem.error(
                "HS-INVENTORY-086",
                "Limit starting with \"@\" must be a file, not a directory: " + shown(name))
            .advising("give a file with one pattern on each line behind the '@'"));
  }

  static ProblemException nobody() {
    return new ProblemException(
        Problem.error(
                "HS-INVENTORY-087",
                "Specified inventory, host pattern and/or --limit leaves us with no hosts to"
                    + " target.")
            .advising("leave --limit away to see who is there"));
  }

  private static String hosts(long size) {
    return size == 1 ? "1 host" : size + " hosts";
  }

  private static String shown(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
  }
}
