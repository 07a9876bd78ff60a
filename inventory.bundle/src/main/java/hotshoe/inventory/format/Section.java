package hotshoe.inventory.format;

/** Headers of sections in INI, and names of groups on their lines (row AN-25). */
final class Section {

  private Section() {}

  /** Where the bracket of a header closes; 0 if the line is none. */
  static int close(String line) {
    int nameEnd = nameEnd(line, 1);
    int close = nameEnd;
    if (nameEnd > 1 && nameEnd < line.length() && line.charAt(nameEnd) == ':') {
      close = nameEnd + 1;
      while (close < line.length() && isWord(line.charAt(close))) {
        close++;
      }
      close = close == nameEnd + 1 ? line.length() : close;
    }
    boolean isHeader =
        nameEnd > 1 && close < line.length() && line.charAt(close) == ']' && isEnd(line, close + 1);
    return isHeader ? close : 0;
  }

  /** The name that a line holds, or nothing. */
  static String groupName(String line) {
    int end = nameEnd(line, 0);
    if (isEnd(line, end)) {
      return line.substring(0, end);
    }
    // a '#' within the name begins a comment only where the line could not be read otherwise
    int comment = line.lastIndexOf('#', end - 1);
    return comment > 0 ? line.substring(0, comment) : "";
  }

  private static int nameEnd(String line, int start) {
    int at = start;
    while (at < line.length()
        && line.charAt(at) != ':'
        && line.charAt(at) != ']'
        && !Lines.isBlank(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isEnd(String line, int start) {
    int at = start;
    while (at < line.length() && Lines.isBlank(line.charAt(at))) {
      at++;
    }
    return at == line.length() || line.charAt(at) == '#';
  }

  private static boolean isWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
