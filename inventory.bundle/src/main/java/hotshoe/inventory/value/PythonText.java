package hotshoe.inventory.value;

import java.util.Locale;

/** A Python string: one piece after another, with their prefixes and escapes. */
final class PythonText {

  private final String text;
  private final StringBuilder joined = new StringBuilder();
  private int at;
  private boolean isBytes;
  private boolean isFirst = true;

  PythonText(String text) {
    this.text = text;
  }

  /** Bytes where only text is known. */
  record Bytes(String text) {}

  /** Whether a piece begins there. */
  static boolean startsAt(String text, int at) {
    int quote = at;
    while (quote < text.length() && quote < at + 2 && isPrefix(text.charAt(quote))) {
      quote++;
    }
    return quote < text.length() && (text.charAt(quote) == '\'' || text.charAt(quote) == '"');
  }

  private static boolean isPrefix(char c) {
    return "uUrRbBfF".indexOf(c) >= 0;
  }

  int end() {
    return at;
  }

  Object value() {
    return isBytes ? new Bytes(joined.toString()) : joined.toString();
  }

  /** Reads the piece that begins there. */
  void piece(int start) throws PythonLiteral.NotLiteral {
    at = start;
    int quote = start;
    while (quote < text.length() && isPrefix(text.charAt(quote))) {
      quote++;
    }
    String prefix = text.substring(at, quote).toLowerCase(Locale.ROOT);
    boolean isOfBytes = prefix.contains("b");
    boolean isKnown = prefix.isEmpty() || "u r b br rb".contains(prefix);
    if (!isKnown || quote - at > 2 || (!isFirst && isOfBytes != isBytes)) {
      throw new PythonLiteral.NotLiteral();
    }
    isFirst = false;
    isBytes = isOfBytes;
    at = quote;
    content(prefix.contains("r"));
  }

  private void content(boolean isRaw) throws PythonLiteral.NotLiteral {
    char quote = text.charAt(at);
    String triple = String.valueOf(quote).repeat(3);
    String end = text.startsWith(triple, at) ? triple : String.valueOf(quote);
    at += end.length();
    while (!text.startsWith(end, at)) {
      character(isRaw);
    }
    at += end.length();
  }

  private void character(boolean isRaw) throws PythonLiteral.NotLiteral {
    if (at >= text.length()) {
      throw new PythonLiteral.NotLiteral();
    }
    char c = text.charAt(at);
    at++;
    if ((isBytes && c > 127) || c == 0 || (Character.isSurrogate(c) && isLone(at - 1))) {
      throw new PythonLiteral.NotLiteral();
    }
    if (c != '\\') {
      joined.append(c);
    } else if (isRaw) {
      joined.append(c).append(next());
    } else {
      escape(next());
    }
  }

  private boolean isLone(int place) {
    boolean isHigh = Character.isHighSurrogate(text.charAt(place));
    int other = isHigh ? place + 1 : place - 1;
    return other < 0 || other >= text.length() || !Character.isSurrogate(text.charAt(other));
  }

  private char next() throws PythonLiteral.NotLiteral {
    if (at >= text.length()) {
      throw new PythonLiteral.NotLiteral();
    }
    at++;
    return text.charAt(at - 1);
  }

  private void escape(char c) throws PythonLiteral.NotLiteral {
    switch (c) {
      case '\\', '\'', '"' -> joined.append(c);
      case 'a' -> joined.append('\u0007');
      case 'b' -> joined.append('\b');
      case 'f' -> joined.append('\f');
      case 'n' -> joined.append('\n');
      case 'r' -> joined.append('\r');
      case 't' -> joined.append('\t');
      case 'v' -> joined.append('\u000b');
      case 'x' -> joined.appendCodePoint(hexadecimal(2));
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c);
      case 'u', 'U', 'N' -> unicode(c);
      default -> joined.append('\\').append(c);
    }
  }

  private void unicode(char kind) throws PythonLiteral.NotLiteral {
    if (isBytes) {
      joined.append('\\').append(kind);
    } else if (kind == 'N') {
      joined.appendCodePoint(named());
    } else {
      joined.appendCodePoint(hexadecimal(kind == 'u' ? 4 : 8));
    }
  }

  private void octal(char first) {
    int value = first - '0';
    int end = Math.min(text.length(), at + 2);
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '7') {
      value = value * 8 + text.charAt(at) - '0';
      at++;
    }
    joined.append((char) value);
  }

  private int hexadecimal(int digits) throws PythonLiteral.NotLiteral {
    int end = at + digits;
    if (end > text.length()) {
      throw new PythonLiteral.NotLiteral();
    }
    long value = 0;
    for (; at < end; at++) {
      int digit = Character.digit(text.charAt(at), 16);
      if (digit < 0 || text.charAt(at) > 127) {
        throw new PythonLiteral.NotLiteral();
      }
      value = value * 16 + digit;
    }
    if (value > Character.MAX_CODE_POINT) {
      throw new PythonLiteral.NotLiteral();
    }
    return (int) value;
  }

  private int named() throws PythonLiteral.NotLiteral {
    int close = text.indexOf('}', at);
    if (at >= text.length() || text.charAt(at) != '{' || close < 0) {
      throw new PythonLiteral.NotLiteral();
    }
    String name = text.substring(at + 1, close);
    at = close + 1;
    try {
      return Character.codePointOf(name);
    } catch (IllegalArgumentException unknown) {
      throw new PythonLiteral.NotLiteral();
    }
  }
}
