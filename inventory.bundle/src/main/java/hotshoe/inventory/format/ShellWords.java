package hotshoe.inventory.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A line split as a POSIX shell does it (row AN-26): quotes are removed, a backslash quotes, and a
 * {@code #} outside quotes begins a comment even within a word.
 */
final class ShellWords {

  private final String line;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean isOpen;
  private int at;

  private ShellWords(String line) {
    this.line = line;
  }

  /** The line is not closed, for this reason. */
  static final class Unclosed extends Exception {
    private static final long serialVersionUID = 1L;

    Unclosed(String why) {
      super(why, null, false, false);
    }
  }

  /** The words of a line. */
  static List<String> of(String line) throws Unclosed {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' || c == '\'' || c == '\\' || c == '#') {
        return new ShellWords(line).split();
      }
    }
    return plain(line);
  }

  private static List<String> plain(String line) {
    List<String> words = new ArrayList<>(6);
    int start = -1;
    for (int i = 0; i < line.length(); i++) {
      if (!isBlank(line.charAt(i))) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        words.add(line.substring(start, i));
        start = -1;
      }
    }
    if (start >= 0) {
      words.add(line.substring(start));
    }
    return words;
  }

  private List<String> split() throws Unclosed {
    while (at < line.length()) {
      char c = line.charAt(at);
      at++;
      if (c == '#') {
        break;
      }
      character(c);
    }
    close();
    return words;
  }

  private void character(char c) throws Unclosed {
    if (isBlank(c)) {
      close();
    } else {
      isOpen = true;
      switch (c) {
        case '\'' -> quoted('\'');
        case '"' -> quoted('"');
        case '\\' -> word.append(next("No escaped character"));
        default -> word.append(c);
      }
    }
  }

  private void quoted(char quote) throws Unclosed {
    char c = next("No closing quotation");
    while (c != quote) {
      if (c == '\\' && quote == '"') {
        char escaped = next("No escaped character");
        word.append(escaped == '"' || escaped == '\\' ? "" : "\\").append(escaped);
      } else {
        word.append(c);
      }
      c = next("No closing quotation");
    }
  }

  private char next(String otherwise) throws Unclosed {
    if (at >= line.length()) {
      throw new Unclosed(otherwise);
    }
    at++;
    return line.charAt(at - 1);
  }

  private void close() {
    if (isOpen) {
      words.add(word.toString());
      word.setLength(0);
      isOpen = false;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
