package hotshoe.type;

import hotshoe.type.Values.Reading;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads numbers of any kind within bounds of work, and never rounds a whole one (row XA-24). */
final class NumberCheck {

  private static final int LONGEST_TEXT = 400;
  private static final int MOST_BITS = 5_000;

  private NumberCheck() {}

  static Object integer(Type.Integer type, Object input, Reading reading) throws Unfit {
    long value =
        input instanceof Long exact
            ? exact
            : input instanceof Number number ? whole(number) : wholeText(input, reading);
    if (value < type.minimum()) {
      throw new Unfit(value + " is below the minimum " + type.minimum());
    }
    if (value > type.maximum()) {
      throw new Unfit(value + " is above the maximum " + type.maximum());
    }
    return input instanceof Long ? input : (Object) value;
  }

  static Object decimal(Type.Decimal type, Object input, Reading reading) throws Unfit {
    double value = finite(input instanceof Number number ? real(number) : realText(input, reading));
    if (value < type.minimum()) {
      throw new Unfit(value + " is below the minimum " + type.minimum());
    }
    if (value > type.maximum()) {
      throw new Unfit(value + " is above the maximum " + type.maximum());
    }
    return input instanceof Double ? input : (Object) value;
  }

  /** A number of no declared kind: whole where it is written whole, else decimal. */
  static Object any(Number number) throws Unfit {
    if (number instanceof Double || number instanceof Float) {
      return finite(number.doubleValue());
    }
    if (isPlainWhole(number)) {
      return number.longValue();
    }
    BigDecimal exact = exact(number);
    return exact.scale() > 0 ? (Object) finite(exact.doubleValue()) : (Object) whole(exact);
  }

  private static long whole(Number number) throws Unfit {
    if (isPlainWhole(number)) {
      return number.longValue();
    }
    if (number instanceof Double || number instanceof Float) {
      double value = finite(number.doubleValue());
      long whole = (long) value;
      if (whole == value && value < 0x1p63) {
        return whole;
      }
      throw new Unfit(value + " is not a 64-bit whole number");
    }
    return whole(exact(number));
  }

  private static long whole(BigDecimal number) throws Unfit {
    try {
      return number.longValueExact();
    } catch (ArithmeticException tooPrecise) {
      throw new Unfit("is not a 64-bit whole number");
    }
  }

  private static boolean isPlainWhole(Number number) {
    return number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte;
  }

  private static double real(Number number) throws Unfit {
    return number instanceof Double || number instanceof Float || isPlainWhole(number)
        ? number.doubleValue()
        : exact(number).doubleValue();
  }

  /** Any other number by its digits, unless there are so many that to look at them is an attack. */
  private static BigDecimal exact(Number number) throws Unfit {
    if (number instanceof BigInteger big && big.bitLength() <= MOST_BITS) {
      return new BigDecimal(big);
    }
    if (number instanceof BigDecimal big && big.unscaledValue().bitLength() <= MOST_BITS) {
      return big;
    }
    if (number instanceof BigInteger || number instanceof BigDecimal) {
      throw new Unfit("has too many digits");
    }
    String text = number.toString();
    if (!isRealText(text)) {
      throw new Unfit("is not a number that can be read");
    }
    return new BigDecimal(text);
  }

  private static long wholeText(Object input, Reading reading) throws Unfit {
    String text = numberText(input, reading, "a whole number");
    if (!isWholeText(text)) {
      throw new Unfit(Shown.of(input) + " is not a whole number");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException tooLarge) {
      throw new Unfit(Shown.of(input) + " is not a 64-bit whole number");
    }
  }

  private static double realText(Object input, Reading reading) throws Unfit {
    String text = numberText(input, reading, "a number");
    if (!isRealText(text)) {
      throw new Unfit(Shown.of(input) + " is not a number");
    }
    return Double.parseDouble(text);
  }

  private static String numberText(Object input, Reading reading, String what) throws Unfit {
    if (reading == Reading.STRICT || !(input instanceof CharSequence)) {
      throw new Unfit("is not " + what);
    }
    String text = input.toString();
    return reading == Reading.LENIENT && text.length() <= LONGEST_TEXT ? text.trim() : text;
  }

  private static boolean isWholeText(String text) {
    int start = afterSign(text, 0);
    return text.length() <= LONGEST_TEXT
        && start < text.length()
        && afterDigits(text, start) == text.length();
  }

  /** {@code -1.5e3}, {@code .5} and {@code 1.}; neither {@code NaN} nor {@code 0x1p3}. */
  private static boolean isRealText(String text) {
    if (text.length() > LONGEST_TEXT) {
      return false;
    }
    int start = afterSign(text, 0);
    int dot = afterDigits(text, start);
    int digits = dot - start;
    int end = dot;
    if (end < text.length() && text.charAt(end) == '.') {
      end = afterDigits(text, dot + 1);
      digits += end - dot - 1;
    }
    if (end < text.length() && (text.charAt(end) | 0x20) == 'e') {
      int exponent = afterSign(text, end + 1);
      end = afterDigits(text, exponent);
      digits = end == exponent || end - exponent > 9 ? 0 : digits;
    }
    return digits > 0 && end == text.length();
  }

  private static int afterSign(String text, int start) {
    boolean signed =
        start < text.length() && (text.charAt(start) == '-' || text.charAt(start) == '+');
    return signed ? start + 1 : start;
  }

  private static int afterDigits(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  static double finite(double value) throws Unfit {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new Unfit(value + " is not a finite number");
    }
    return value;
  }
}
