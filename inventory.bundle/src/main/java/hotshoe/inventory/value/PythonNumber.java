package hotshoe.inventory.value;

import hotshoe.inventory.ForeignValue;
import java.math.BigInteger;

/**
 * A number as Python writes it, without its sign.
 *
 * @param value Long, BigInteger, Double, or an imaginary number that nothing can carry
 * @param end where it ends
 */
record PythonNumber(Object value, int end) {

  /** Python refuses longer ones. */
  private static final int MOST_DIGITS = 4300;

  /** The number that begins there. */
  static PythonNumber at(String text, int start) throws PythonLiteral.NotLiteral {
    int base = base(text, start);
    return base == 10 ? decimal(text, start) : based(text, start, base);
  }

  /** A whole number in its smallest form. */
  static Object whole(BigInteger number) {
    return number.bitLength() < 64 ? (Object) number.longValue() : number;
  }

  private static int base(String text, int start) {
    if (text.charAt(start) != '0' || start + 1 >= text.length()) {
      return 10;
    }
    return switch (text.charAt(start + 1)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }

  private static PythonNumber based(String text, int start, int base)
      throws PythonLiteral.NotLiteral {
    int from = start + 2;
    if (from < text.length() && text.charAt(from) == '_') {
      from++;
    }
    int end = digits(text, from, base);
    if (end == from) {
      throw new PythonLiteral.NotLiteral();
    }
    String digits = text.substring(from, end).replace("_", "");
    return new PythonNumber(whole(new BigInteger(digits, base)), end);
  }

  private static PythonNumber decimal(String text, int start) throws PythonLiteral.NotLiteral {
    int end = digits(text, start, 10);
    int whole = end;
    if (end < text.length() && text.charAt(end) == '.') {
      int fraction = digits(text, end + 1, 10);
      if (whole == start && fraction == end + 1) {
        throw new PythonLiteral.NotLiteral();
      }
      end = fraction;
    }
    end = exponent(text, end);
    boolean isImaginary = end < text.length() && (text.charAt(end) | 32) == 'j';
    if (isImaginary) {
      return new PythonNumber(new ForeignValue("complex", text.substring(start, end + 1)), end + 1);
    }
    String digits = text.substring(start, end).replace("_", "");
    return end == whole
        ? new PythonNumber(whole(digits), end)
        : new PythonNumber(Double.valueOf(digits), end);
  }

  private static int exponent(String text, int at) {
    if (at >= text.length() || (text.charAt(at) | 32) != 'e') {
      return at;
    }
    int from = at + 1;
    if (from < text.length() && (text.charAt(from) == '+' || text.charAt(from) == '-')) {
      from++;
    }
    int end = digits(text, from, 10);
    return end == from ? at : end;
  }

  private static Object whole(String digits) throws PythonLiteral.NotLiteral {
    boolean isZero = digits.chars().allMatch(c -> c == '0');
    if ((digits.charAt(0) == '0' && !isZero) || digits.length() > MOST_DIGITS) {
      throw new PythonLiteral.NotLiteral();
    }
    return digits.length() < 19 ? (Object) Long.valueOf(digits) : whole(new BigInteger(digits));
  }

  /** Where digits end that begin there; single underscores may stand between them. */
  private static int digits(String text, int start, int base) {
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean isBetween = c == '_' && at > start && isDigit(text, at + 1, base);
      if (!isBetween && !isDigit(text, at, base)) {
        return at;
      }
      at++;
    }
    return at;
  }

  private static boolean isDigit(String text, int at, int base) {
    return at < text.length()
        && text.charAt(at) < 128
        && Character.digit(text.charAt(at), base) >= 0;
  }
}
