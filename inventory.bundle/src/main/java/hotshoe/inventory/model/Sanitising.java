package hotshoe.inventory.model;

/** What becomes of names of groups that could not be names of variables (row AN-22). */
public enum Sanitising {
  /** They stay; people are told once. */
  NEVER,
  /** They stay, and nobody is told. */
  IGNORE,
  /** Each bad character becomes {@code _}; people are told. */
  ALWAYS,
  /** Each bad character becomes {@code _}, and nobody is told. */
  SILENTLY;

  /** The name with {@code _} in place of every character that is no letter, digit or {@code _}. */
  public static String cleaned(String name) {
    StringBuilder clean = new StringBuilder(name.length());
    int at = 0;
    while (at < name.length()) {
      int character = name.codePointAt(at);
      clean.appendCodePoint(isBad(character, at) ? '_' : character);
      at += Character.charCount(character);
    }
    return clean.toString();
  }

  static boolean isClean(String name) {
    int at = 0;
    while (at < name.length()) {
      int character = name.codePointAt(at);
      if (isBad(character, at)) {
        return false;
      }
      at += Character.charCount(character);
    }
    return true;
  }

  boolean replaces() {
    return this == ALWAYS || this == SILENTLY;
  }

  private static boolean isBad(int character, int at) {
    boolean isWord =
        character == '_' || Character.isLetterOrDigit(character) || isNumber(character);
    return !isWord || (at == 0 && Character.isDigit(character));
  }

  /** Python counts fractions, superscripts and letters that are numbers as parts of words. */
  private static boolean isNumber(int character) {
    int kind = Character.getType(character);
    return kind == Character.LETTER_NUMBER || kind == Character.OTHER_NUMBER;
  }
}
