package hotshoe.house;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One place where a rule of the house is broken.
 *
 * @param what what is wrong
 * @param where the file and line, class or bundle
 * @param why the rule and its reason
 * @param advice what to do
 */
public record Finding(String what, String where, String why, String advice)
    implements Comparable<Finding> {

  /** Fails, with all findings in words, unless there are none. */
  public static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new AssertionError(
          findings.stream()
              .sorted()
              .map(Finding::toString)
              .collect(
                  Collectors.joining(
                      "\n", findings.size() + " broken rule(s) of the house:\n", "")));
    }
  }

  @Override
  public int compareTo(Finding other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return where + ": " + what + "\n    why: " + why + "\n    do:  " + advice;
  }
}
