package hotshoe.core.task;

/** The end of a stream of text: its last 64 Ki characters. Safe for use by many threads. */
final class Output {

  /** How many characters are kept. */
  static final int KEPT = 1 << 16;

  private final StringBuilder text = new StringBuilder();

  /** Adds a text of any length; costs no more than its last part does. */
  synchronized void add(String more) {
    int from = Math.max(0, more.length() - KEPT);
    text.append(more, from, more.length());
    // Not at every call: moving the text is what costs.
    if (text.length() > 2 * KEPT) {
      text.delete(0, text.length() - KEPT);
    }
  }

  /** What is kept; never half a character at its beginning. */
  synchronized String tail() {
    int from = Math.max(0, text.length() - KEPT);
    boolean half = from < text.length() && Character.isLowSurrogate(text.charAt(from));
    return text.substring(half ? from + 1 : from);
  }
}
