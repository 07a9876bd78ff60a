package hotshoe.loader.document;

import hotshoe.problem.Problem;
import java.io.IOException;

/** Everything that can be wrong with a manifest before its meaning is looked at, in words. */
final class ManifestProblems {

  private static final String CORRECT = "correct the manifest and pack the archive again";
  private static final int LONGEST = 200;

  private ManifestProblems() {}

  static Problem missing(String origin, String name) {
    return Problem.error("HS-MANIFEST-001", "the manifest " + shown(name) + " is missing")
        .at(origin)
        .advising("put it into the archive");
  }

  static Problem unreadable(String place, IOException failure) {
    return Problem.error("HS-MANIFEST-002", "the manifest cannot be read")
        .at(place)
        .because(shown(String.valueOf(failure.getMessage())))
        .advising("copy the archive again");
  }

  static Problem tooLarge(String origin, int limit) {
    return Problem.error("HS-MANIFEST-003", "the manifest is too large")
        .at(origin)
        .because("it has more than " + (limit >> 20) + " MB")
        .advising("put what is large into a file of its own");
  }

  static Problem noText(String place, String why) {
    return Problem.error("HS-MANIFEST-004", "the manifest is no text")
        .at(place)
        .because(why)
        .advising("save it as UTF-8 text");
  }

  static Problem malformed(String place, String why) {
    boolean isTab = why.contains("TAB");
    return Problem.error("HS-MANIFEST-005", "the manifest is not well-formed YAML")
        .at(place)
        .because(isTab ? "a tab stands where only blanks may stand" : shown(why))
        .advising(isTab ? "indent with blanks" : CORRECT);
  }

  static Problem twice(String place, String key, int before) {
    return Problem.error("HS-MANIFEST-006", "'" + shown(key) + "' stands twice in one place")
        .at(place)
        .because("it is also on line " + before)
        .advising("keep one");
  }

  static Problem alias(String place, String name) {
    return Problem.error("HS-MANIFEST-007", "'*" + shown(name) + "' stands for nothing")
        .at(place)
        .because("no '&" + shown(name) + "' ended before it")
        .advising("write out what it should stand for");
  }

  static Problem tooMuch(String place, String why) {
    return Problem.error("HS-MANIFEST-008", "the manifest holds too much")
        .at(place)
        .because(why)
        .advising("do not trust this archive; ask where it comes from");
  }

  static Problem tag(String place, String tag) {
    return Problem.error("HS-MANIFEST-009", "the tag " + shown(tag) + " is not allowed")
        .at(place)
        .because("nothing in a manifest may choose how it is read")
        .advising("remove it; put a text in quotes instead of '!!str'");
  }

  static Problem merge(String place) {
    return Problem.error("HS-MANIFEST-010", "'<<' is not allowed")
        .at(place)
        .because("not every reader of YAML merges keys, and those that do differ")
        .advising("write the keys out");
  }

  static Problem key(String place) {
    return Problem.error("HS-MANIFEST-011", "a key must be a text on one line")
        .at(place)
        .advising(CORRECT);
  }

  static Problem empty(String place) {
    return Problem.error("HS-MANIFEST-012", "the manifest is empty").at(place).advising(CORRECT);
  }

  static Problem several(String place) {
    return Problem.error("HS-MANIFEST-013", "the manifest holds a second document")
        .at(place)
        .because("after a line of '---' another one begins")
        .advising("keep one");
  }

  /** Words out of hostile files: short, and without anything that moves the cursor. */
  static String shown(String text) {
    String harmless = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
    int end = Math.min(harmless.length(), LONGEST);
    boolean isTorn = end > 0 && Character.isHighSurrogate(harmless.charAt(end - 1));
    String head = harmless.substring(0, isTorn ? end - 1 : end);
    return head.length() == harmless.length() ? head : head + "...";
  }
}
