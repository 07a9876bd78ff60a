package hotshoe.inventory.form;

/** Texts in quotes as Python writes them. */
final class PythonQuotes {

  private PythonQuotes() {}

  /** Single quotes, unless there are such in the text and no double ones. */
  static String of(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder quoted = new StringBuilder(text.length() + 2).append(quote);
    text.codePoints().forEach(c -> add(c, quote, quoted));
    return quoted.append(quote).toString();
  }

  private static void add(int c, char quote, StringBuilder quoted) {
    if (c == quote || c == '\\') {
      quoted.append('\\').appendCodePoint(c);
    } else if (c == '\n') {
      quoted.append("\\n");
    } else if (c == '\r') {
      quoted.append("\\r");
    } else if (c == '\t') {
      quoted.append("\\t");
    } else if (isPrintable(c)) {
      quoted.appendCodePoint(c);
    } else if (c <= 0xFF) {
      quoted.append(String.format("\\x%02x", c));
    } else {
      quoted.append(String.format(c <= 0xFFFF ? "\\u%04x" : "\\U%08x", c));
    }
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
