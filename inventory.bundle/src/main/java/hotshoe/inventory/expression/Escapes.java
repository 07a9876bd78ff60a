package hotshoe.inventory.expression;

/** Texts in quotes, with the escapes that Python knows. */
final class Escapes {

  private final String text;
  private final StringBuilder plain = new StringBuilder();
  private int at;

  private Escapes(String text) {
    this.text = text;
  }

  /** What stands between the quotes of a word. */
  static String unquoted(String word) {
    String inner = word.substring(1, word.length() - 1);
    return inner.indexOf('\\') < 0 ? inner : new Escapes(inner).all();
  }

  private String all() {
    while (at < text.length()) {
      char letter = text.charAt(at);
      at++;
      if (letter != '\\') {
        plain.append(letter);
      } else {
        escape(text.charAt(at));
      }
    }
    return plain.toString();
  }

  private void escape(char letter) {
    at++;
    switch (letter) {
      case '\n' -> {}
      case '\\', '\'', '"' -> plain.append(letter);
      case 'a' -> plain.append('\u0007');
      case 'b' -> plain.append('\b');
      case 'f' -> plain.append('\f');
      case 'n' -> plain.append('\n');
      case 'r' -> plain.append('\r');
      case 't' -> plain.append('\t');
      case 'v' -> plain.append('\u000b');
      case 'x' -> plain.appendCodePoint(number(2, 16));
      case 'u' -> plain.appendCodePoint(number(4, 16));
      case 'U' -> plain.appendCodePoint(number(8, 16));
      case 'N' -> plain.appendCodePoint(named());
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
      default -> plain.append('\\').append(letter);
    }
  }

  private void octal() {
    at--;
    int end = at;
    while (end < text.length() && end < at + 3 && "01234567".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    plain.appendCodePoint(number(end - at, 8));
  }

  private int number(int digits, int base) {
    int end = at + digits;
    try {
      int value = Integer.parseInt(text.substring(at, end), base);
      at = end;
      Character.toChars(value);
      return value;
    } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
      throw Failure.wrong("truncated \\xXX escape");
    }
  }

  private int named() {
    int close = text.indexOf('}', at);
    if (close < 0 || text.charAt(at) != '{') {
      throw Failure.wrong("malformed \\N character escape");
    }
    String name = text.substring(at + 1, close);
    at = close + 1;
    try {
      return Character.codePointOf(name);
    } catch (IllegalArgumentException unknown) {
      throw Failure.wrong("unknown Unicode character name");
    }
  }
}
