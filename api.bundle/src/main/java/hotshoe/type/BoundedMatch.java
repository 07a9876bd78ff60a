package hotshoe.type;

import java.util.regex.Pattern;

/**
 * Matches a pattern that an author wrote against text that anybody sent, within a bound of work.
 */
final class BoundedMatch {

  private static final int MOST_STEPS = 2_000_000;
  private static final int STEPS_PER_CHARACTER = 4;

  /** What came of it. */
  enum Result {
    /** All of the text matches. */
    YES,
    /** It does not. */
    NO,
    /** To find out would have taken too long or too much memory. */
    GAVE_UP
  }

  private BoundedMatch() {}

  static Result of(String pattern, String text) {
    try {
      Counted counted = new Counted(text, 0, text.length(), new long[1]);
      return Pattern.compile(pattern).matcher(counted).matches() ? Result.YES : Result.NO;
    } catch (TooLong | StackOverflowError gaveUp) {
      return Result.GAVE_UP;
    }
  }

  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super(null, null, false, false);
    }
  }

  private record Counted(String text, int start, int end, long[] steps) implements CharSequence {
    @Override
    public int length() {
      return end - start;
    }

    @Override
    public char charAt(int index) {
      if (++steps[0] > MOST_STEPS + (long) STEPS_PER_CHARACTER * text.length()) {
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
