package hotshoe.inventory.form;

/**
 * What a text allows: which of YAML's ways of writing it keep it as it is. As libyaml decides it.
 *
 * @param isMultiline whether it has line breaks
 * @param isPlainAllowed whether it may stand without quotes
 * @param isSingleAllowed whether it may stand in single quotes
 * @param isBlockAllowed whether it may stand as a block
 */
record YamlText(
    boolean isMultiline, boolean isPlainAllowed, boolean isSingleAllowed, boolean isBlockAllowed) {

  private static final String FIRST_INDICATORS = "#,[]{}&*!|>'\"%@`";

  /** Looks at a text. */
  static YamlText of(String text) {
    if (text.isEmpty()) {
      return new YamlText(false, true, true, false);
    }
    boolean isSpecial = false;
    boolean hasBreaks = false;
    for (int i = 0; i < text.length(); i++) {
      isSpecial |= !isPrintable(text.charAt(i));
      hasBreaks |= isBreak(text.charAt(i));
    }
    boolean isSpaced = hasBreaks && has(text, true);
    boolean isUnkept = isSpecial || (hasBreaks && has(text, false));
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    boolean isPadded = first == ' ' || last == ' ' || isBreak(first) || isBreak(last);
    return new YamlText(
        hasBreaks,
        !isUnkept && !isPadded && !hasBreaks && !isIndicated(text),
        !isUnkept && !isSpaced,
        !isUnkept && last != ' ');
  }

  /** Whether somewhere a space follows a break, or else a break follows a space. */
  private static boolean has(String text, boolean isBreakFirst) {
    for (int i = 1; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      char c = text.charAt(i);
      if (isBreakFirst ? isBreak(before) && c == ' ' : before == ' ' && isBreak(c)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIndicated(String text) {
    if (text.startsWith("---") || text.startsWith("...")) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isBeforeBlank = i + 1 == text.length() || isBlank(text.charAt(i + 1));
      boolean isBehindBlank = i == 0 || isBlank(text.charAt(i - 1));
      boolean isFirst =
          i == 0 && (FIRST_INDICATORS.indexOf(c) >= 0 || ("?-".indexOf(c) >= 0 && isBeforeBlank));
      if (isFirst || (c == ':' && isBeforeBlank) || (c == '#' && isBehindBlank)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == 0 || isBreak(c);
  }

  static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** What libyaml prints as it is; everything beyond the first plane it does not. */
  static boolean isPrintable(int c) {
    return c == '\n'
        || (c >= 0x20 && c <= 0x7E)
        || (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF);
  }
}
