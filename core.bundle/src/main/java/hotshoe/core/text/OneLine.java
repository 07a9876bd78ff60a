package hotshoe.core.text;

/**
 * Text of strangers as it may stand in a log, a message or a record: on one line, bounded, without
 * anything that moves a cursor, turns the direction of reading or is half a character.
 */
public final class OneLine {

  private OneLine() {}

  /** The text with {@code ?} for what may not stand there, cut with an ellipsis after so many. */
  public static String of(String text, int most) {
    return of(text, most, "…");
  }

  /** The same with three dots where it is cut, as messages have it. */
  public static String inMessage(String text, int most) {
    return of(text, most, "...");
  }

  private static String of(String text, int most, String cut) {
    int end = Math.min(text.length(), most);
    for (int i = 0; i < end; i++) {
      if (!isPlain(text, i)) {
        return cleaned(text, most, cut);
      }
    }
    return text.length() <= most ? text : cleaned(text, most, cut);
  }

  private static String cleaned(String text, int most, String cut) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), most) + cut.length());
    for (int i = 0; i < text.length(); i++) {
      if (clean.length() >= most) {
        return clean.append(cut).toString();
      }
      int point = text.codePointAt(i);
      if (Character.charCount(point) == 2) {
        i++;
      }
      clean.appendCodePoint(isPlain(point) ? point : '?');
    }
    return clean.toString();
  }

  private static boolean isPlain(String text, int at) {
    char letter = text.charAt(at);
    boolean common = letter >= ' ' && letter < 0x7F;
    return common || isPlain(letter);
  }

  /** Whether a character neither controls anything nor is half of one. */
  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      default -> true;
    };
  }
}
