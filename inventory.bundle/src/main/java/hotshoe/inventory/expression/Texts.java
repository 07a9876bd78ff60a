package hotshoe.inventory.expression;

import java.util.ArrayList;
import java.util.List;

/** What Python does with texts and Java does not, or otherwise. */
final class Texts {

  private Texts() {}

  /** White space as {@code str.isspace} has it. */
  static boolean isBlank(int letter) {
    return Character.isWhitespace(letter)
        || letter == '\u00a0'
        || letter == '\u2007'
        || letter == '\u202f'
        || letter == '\u0085';
  }

  static String stripped(String text) {
    return strippedLeft(strippedRight(text));
  }

  static String strippedLeft(String text) {
    int start = 0;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  static String strippedRight(String text) {
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  static String strippedLeft(String text, String letters) {
    int start = 0;
    while (start < text.length() && isOneOf(text.codePointAt(start), letters)) {
      start += Character.charCount(text.codePointAt(start));
    }
    return text.substring(start);
  }

  static String strippedRight(String text, String letters) {
    int end = text.length();
    while (end > 0 && isOneOf(text.codePointBefore(end), letters)) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(0, end);
  }

  private static boolean isOneOf(int letter, String letters) {
    return letters.indexOf(letter) >= 0;
  }

  /** Lines without their ends, or with them. */
  static List<Object> lines(String text, boolean withEnds) {
    List<Object> lines = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      char letter = text.charAt(at);
      at++;
      if (isLineEnd(letter)) {
        int end = at - 1;
        if (letter == '\r' && at < text.length() && text.charAt(at) == '\n') {
          at++;
        }
        lines.add(text.substring(start, withEnds ? at : end));
        start = at;
      }
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static boolean isLineEnd(char letter) {
    return (letter >= '\n' && letter <= '\r')
        || (letter >= '\u001c' && letter <= '\u001e')
        || letter == '\u0085'
        || letter == '\u2028'
        || letter == '\u2029';
  }

  /** The first letter large, all others small. */
  static String capitalized(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.codePointAt(0);
    String head = Character.toString(Character.toTitleCase(first));
    return head + lower(text.substring(Character.charCount(first)));
  }

  static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  static String upper(String text) {
    return text.toUpperCase(java.util.Locale.ROOT);
  }

  /** How many letters, each counted once. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Filled up on both sides, as {@code str.center} does. */
  static String centered(Budget budget, String text, int width, String filling) {
    int missing = width - length(text);
    if (missing <= 0) {
      return text;
    }
    budget.letters((long) text.length() + missing);
    int left = missing / 2 + (missing & width & 1);
    return filling.repeat(left) + text + filling.repeat(missing - left);
  }

  /** Filled up on the left, or on the right. */
  static String filled(Budget budget, String text, int width, String filling, boolean isLeft) {
    int missing = width - length(text);
    if (missing <= 0) {
      return text;
    }
    budget.letters((long) text.length() + missing);
    return isLeft ? filling.repeat(missing) + text : text + filling.repeat(missing);
  }
}
