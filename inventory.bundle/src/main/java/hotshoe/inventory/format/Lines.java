package hotshoe.inventory.format;

/** Lines of a text as Python splits and trims them (row AN-28). */
final class Lines {

  private final String text;
  private int at;
  private int number;

  Lines(String text) {
    this.text = text;
  }

  boolean hasNext() {
    return at < text.length();
  }

  /** The next line without white space around it. */
  String next() {
    int start = at;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    int end = at;
    if (at < text.length()) {
      boolean isPair =
          text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
      at += isPair ? 2 : 1;
    }
    number++;
    return trimmed(start, end);
  }

  /** The number of the line that came last, the first being 1. */
  int number() {
    return number;
  }

  private String trimmed(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isEnd(char c) {
    return c < ' '
        ? (c >= '\n' && c <= '\r') || (c >= 0x1c && c <= 0x1e)
        : c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  static boolean isBlank(char c) {
    if (c < 128) {
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
    }
    return c == 0x85 || Character.isSpaceChar(c);
  }

  /** A text without white space around it. */
  static String trimmed(String text) {
    return new Lines(text).trimmed(0, text.length());
  }
}
