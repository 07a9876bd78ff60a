package hotshoe.shell.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.WCWidth;

/** Measures, cuts and wraps text by the columns that a terminal gives it. */
final class Width {

  private Width() {}

  static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  private static int of(int codePoint) {
    return Math.max(0, WCWidth.wcwidth(codePoint));
  }

  /** The text with everything replaced that could steer a terminal or break a line. */
  static String clean(String text) {
    return text.codePoints()
        .map(c -> c == '\t' || c == '\n' || c == '\r' ? ' ' : isSafe(c) ? c : '?')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** Whether a character can be shown as it is: it steers no terminal. */
  static boolean isSafe(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  /** As much of the text as fits, with a mark where it was cut. */
  static String cut(String text, int columns, String mark) {
    if (of(text) <= columns) {
      return text;
    }
    return head(text, columns - of(mark)) + mark;
  }

  private static String head(String text, int columns) {
    StringBuilder head = new StringBuilder();
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      used += of(c);
      if (used > columns) {
        break;
      }
      head.appendCodePoint(c);
    }
    return head.toString();
  }

  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  /** The text in lines of at most so many columns, broken between words where that is possible. */
  static List<String> wrap(String text, int columns) {
    if (of(text) <= columns) {
      return List.of(text);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && of(line.toString()) + 1 + of(word) > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(chop(word, columns, lines));
    }
    lines.add(line.toString());
    return lines;
  }

  /** Moves whole lines of a word that is longer than a line, and returns what is left. */
  private static String chop(String word, int columns, List<String> lines) {
    String rest = word;
    while (of(rest) > columns) {
      String head = head(rest, columns);
      lines.add(head);
      rest = rest.substring(head.length());
    }
    return rest;
  }
}
