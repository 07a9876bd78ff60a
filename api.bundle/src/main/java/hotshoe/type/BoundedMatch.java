package hotshoe.type;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Matches a pattern that an author wrote against text that anybody sent, within a bound of work.
 */
final class BoundedMatch {

  private static final int MOST_STEPS = 2_000_000;

  private BoundedMatch() {}

  /** Whether all of the text matches; a match that would take too long is none. */
  static boolean matches(String pattern, String text) {
    try {
      return Pattern.compile(pattern)
          .matcher(new Counted(text, 0, text.length(), new int[1]))
          .matches();
    } catch (TooLong | PatternSyntaxException | StackOverflowError noMatch) {
      return false;
    }
  }

  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super(null, null, false, false);
    }
  }

  private record Counted(String text, int start, int end, int[] steps) implements CharSequence {
    @Override
    public int length() {
      return end - start;
    }

    @Override
    public char charAt(int index) {
      if (++steps[0] > MOST_STEPS) {
        throw new TooLong();
      }
      return text.charAt(start + index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new Counted(text, start + from, start + to, steps);
    }

    @Override
    public String toString() {
      return text.substring(start, end);
    }
  }
}
