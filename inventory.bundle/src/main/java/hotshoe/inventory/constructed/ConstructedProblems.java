package hotshoe.inventory.constructed;

import hotshoe.inventory.expression.Failure;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;

/**
 * What can be wrong with expressions and what is made of them, in words; home's where it has some.
 */
final class ConstructedProblems {

  private static final int LONGEST = 200;

  private ConstructedProblems() {}

  static ProblemException variable(String place, Object name, String host, Failure why) {
    return error(
        Problem.error("HS-INVENTORY-140", "Could not set " + shown(name) + " for host " + host)
            .at(place)
            .because(shown(why.getMessage()))
            .advising("correct the expression, or leave out 'strict: true'"));
  }

  static ProblemException group(String place, String group, String host, Failure why) {
    return error(
        Problem.error(
                "HS-INVENTORY-141", "Could not add host " + host + " to group " + shown(group))
            .at(place)
            .because(shown(why.getMessage()))
            .advising("correct the condition, or leave out 'strict: true'"));
  }

  static ProblemException key(String place, Object key, String host, Failure why) {
    return error(
        Problem.error(
                "HS-INVENTORY-142",
                "Could not generate group for host " + host + " from " + shown(key) + " entry")
            .at(place)
            .because(shown(why.getMessage()))
            .advising("correct the key, or leave out 'strict: true'"));
  }

  static ProblemException parent(String place, Object parent, String host, Failure why) {
    return error(
        Problem.error(
                "HS-INVENTORY-143",
                "Could not generate parent group " + shown(parent) + " for host " + host)
            .at(place)
            .because(shown(why.getMessage()))
            .advising("correct the template, or leave out 'strict: true'"));
  }

  static ProblemException keyKind(String place, Object key, String kind) {
    return error(
        Problem.error(
                "HS-INVENTORY-144",
                "Invalid group name format, expected a string or a list of them or dictionary, got: "
                    + kind)
            .at(place)
            .because("the key '" + shown(key) + "' has such a value")
            .advising("make text of it: (" + shown(key) + ") | string"));
  }

  static ProblemException emptyKey(String place, Object key, String host) {
    return error(
        Problem.error(
                "HS-INVENTORY-145",
                "No key or key resulted empty for "
                    + shown(key)
                    + " in host "
                    + host
                    + ", invalid entry")
            .at(place)
            .because("the source is strict")
            .advising("give it a default_value, or leave out 'strict: true'"));
  }

  static ProblemException exclusive(String place) {
    return error(
        Problem.error(
                "HS-INVENTORY-146",
                "parameters are mutually exclusive for keyed groups:"
                    + " default_value|trailing_separator")
            .at(place)
            .advising("keep one of them"));
  }

  /** Told always, strict or not: nobody should take a missing filter for a missing variable. */
  static Problem notEvaluated(String place, String expression, Failure why) {
    return Problem.warning(
            "HS-INVENTORY-147", "the expression '" + shown(expression) + "' was not evaluated")
        .at(place)
        .because(shown(why.getMessage()))
        .advising("see which filters, tests and methods there are, and write it with these");
  }

  static ProblemException noTemplate(String place, String what) {
    return error(
        Problem.error("HS-INVENTORY-148", what)
            .at(place)
            .advising("a generator has 'hosts' with a 'name', and 'layers' with lists"));
  }

  static ProblemException template(String place, Object template, String why) {
    return error(
        Problem.error(
                "HS-INVENTORY-149", "the template '" + shown(template) + "' cannot be rendered")
            .at(place)
            .because(shown(why))
            .advising("correct it; names in it must be layers"));
  }

  static ProblemException tooMany(String place, long limit) {
    return error(
        Problem.error("HS-INVENTORY-151", "the layers make more than " + limit + " hosts")
            .at(place)
            .advising("split the source"));
  }

  private static String shown(Object text) {
    String all = String.valueOf(text);
    String head = all.length() > LONGEST ? all.substring(0, LONGEST) + "..." : all;
    return head.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]+", " ");
  }

  private static ProblemException error(Problem problem) {
    return new ProblemException(problem);
  }
}
