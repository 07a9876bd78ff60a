package hotshoe.type;

/** How values look in messages: short, on one line, and safe for every encoding and terminal. */
final class Shown {

  private static final int LONGEST = 40;

  private Shown() {}

  /** A value as it may be quoted. */
  static String of(Object value) {
    if (value instanceof CharSequence text) {
      return "'" + name(text) + "'";
    }
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Double
        || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof Ref || value instanceof java.time.OffsetDateTime) {
      return "'" + name(value.toString()) + "'";
    }
    return value instanceof Number ? "the number" : "the value";
  }

  /** A key as a part of a path, without quotes. */
  static String name(Object key) {
    if (key instanceof CharSequence text) {
      int end = Math.min(text.length(), LONGEST);
      String head = safe(text, end);
      return text.length() > LONGEST ? head + "..." : head;
    }
    return key == null ? "null" : of(key);
  }

  /** Text, and the text alone, with everything that could mislead replaced. */
  private static String safe(CharSequence text, int end) {
    StringBuilder safe = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      char unit = text.charAt(i);
      if (Character.isHighSurrogate(unit)
          && i + 1 < end
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        safe.append(unit).append(text.charAt(++i));
      } else {
        safe.append(isSafe(unit) ? unit : '?');
      }
    }
    return safe.toString();
  }

  private static boolean isSafe(char unit) {
    return switch (Character.getType(unit)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
