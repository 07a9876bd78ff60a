package hotshoe.inventory.pattern;

import java.util.regex.Pattern;

/** Globs: {@code *}, {@code ?}, {@code [abc]} and {@code [!abc]}. */
final class Glob {

  private Glob() {}

  /** The regular expression that takes exactly what the glob takes. */
  static String regular(String glob) {
    StringBuilder regular = new StringBuilder();
    int at = 0;
    while (at < glob.length()) {
      char c = glob.charAt(at);
      int end = c == '[' ? classEnd(glob, at) : -1;
      if (end >= 0) {
        regular.append(characters(glob.substring(at + 1, end)));
        at = end;
      } else if (c == '*') {
        regular.append(".*");
      } else {
        regular.append(c == '?' ? "." : Pattern.quote(String.valueOf(c)));
      }
      at++;
    }
    return regular.append("\\z").toString();
  }

  /** Where the class ends that begins here; a bracket at its very beginning belongs to it. */
  private static int classEnd(String glob, int start) {
    int first = start + 1;
    if (first < glob.length() && glob.charAt(first) == '!') {
      first++;
    }
    return glob.indexOf(']', Math.min(first + 1, glob.length()));
  }

  private static String characters(String inside) {
    boolean isNegated = inside.startsWith("!");
    String listed = isNegated ? inside.substring(1) : inside;
    StringBuilder regular = new StringBuilder();
    int at = 0;
    while (at < listed.length()) {
      char first = listed.charAt(at);
      boolean isRange = at + 2 < listed.length() && listed.charAt(at + 1) == '-';
      char last = isRange ? listed.charAt(at + 2) : first;
      if (first <= last) {
        regular.append(literal(first)).append('-').append(literal(last));
      }
      at += isRange ? 3 : 1;
    }
    if (regular.isEmpty()) {
      return isNegated ? "." : "(?!)"; // every range in it is empty
    }
    return (isNegated ? "[^" : "[") + regular + "]";
  }

  private static String literal(char c) {
    return String.format("\\x{%x}", (int) c);
  }
}
