package hotshoe.shell.command;

/** Finds what is new in a text of which only the last part is kept. */
final class News {

  private News() {}

  /** What the later text has more, when as little as possible was dropped from the earlier one. */
  static String between(String before, String after) {
    if (after.startsWith(before)) {
      return after.substring(before.length());
    }
    return after.substring(overlap(before, after));
  }

  /** The length of the longest end of one text with which the other begins. */
  private static int overlap(String end, String begin) {
    String text = begin + '\uffff' + end;
    int[] border = new int[text.length()];
    for (int i = 1; i < text.length(); i++) {
      int length = border[i - 1];
      while (length > 0 && text.charAt(i) != text.charAt(length)) {
        length = border[length - 1];
      }
      border[i] = text.charAt(i) == text.charAt(length) ? length + 1 : 0;
    }
    return Math.min(begin.length(), border[text.length() - 1]);
  }
}
