package hotshoe.inventory.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimals with a number of digits, as {@code e}, {@code f} and {@code g} print them. */
final class NumberFormat {

  private NumberFormat() {}

  /** The number with the sign that the flags ask for. */
  static String signed(String number, String flags) {
    if (number.startsWith("-")) {
      return number;
    }
    return flags.contains("+") ? "+" + number : flags.contains(" ") ? " " + number : number;
  }

  static String decimal(Budget budget, double number, char kind, int precision, boolean keeps) {
    boolean isUpper = Character.isUpperCase(kind);
    if (Double.isNaN(number)) {
      return isUpper ? "NAN" : "nan";
    }
    if (Double.isInfinite(number)) {
      String text = number > 0 ? "inf" : "-inf";
      return isUpper ? Texts.upper(text) : text;
    }
    budget.letters((long) precision + 400);
    String sign = Double.doubleToRawLongBits(number) < 0 ? "-" : "";
    BigDecimal exact = new BigDecimal(Math.abs(number));
    String text =
        switch (Character.toLowerCase(kind)) {
          case 'f' -> fixed(exact, precision, keeps);
          case 'e' -> scientific(exact, precision, keeps);
          default -> general(exact, Math.max(1, precision), keeps);
        };
    return sign + (isUpper ? Texts.upper(text) : text);
  }

  private static String fixed(BigDecimal number, int precision, boolean keeps) {
    String text = number.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    return precision == 0 && keeps ? text + "." : text;
  }

  private static String scientific(BigDecimal number, int precision, boolean keeps) {
    BigDecimal rounded =
        number.signum() == 0
            ? number
            : number.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    String digits = rounded.unscaledValue().toString();
    int exponent = number.signum() == 0 ? 0 : digits.length() - 1 - rounded.scale();
    StringBuilder text = new StringBuilder(digits);
    while (text.length() < precision + 1) {
      text.append('0');
    }
    text.setLength(precision + 1);
    if (precision > 0 || keeps) {
      text.insert(1, '.');
    }
    return text + exponent(exponent);
  }

  private static String exponent(int exponent) {
    String digits = String.valueOf(Math.abs(exponent));
    return (exponent < 0 ? "e-" : "e+") + (digits.length() < 2 ? "0" : "") + digits;
  }

  /** As few digits as the number has, but no more than so many. */
  private static String general(BigDecimal number, int precision, boolean keeps) {
    if (number.signum() == 0) {
      return keeps ? fixed(number, precision - 1, true) : "0";
    }
    BigDecimal rounded = number.round(new MathContext(precision, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - 1 - rounded.scale();
    if (exponent >= -4 && exponent < precision) {
      String text = fixed(rounded, Math.max(0, precision - 1 - exponent), keeps);
      return keeps ? text : trimmed(text);
    }
    String text = scientific(rounded, precision - 1, keeps);
    int mark = text.indexOf('e');
    return keeps ? text : trimmed(text.substring(0, mark)) + text.substring(mark);
  }

  private static String trimmed(String text) {
    return text.indexOf('.') < 0 ? text : text.replaceFirst("0+$", "").replaceFirst("\\.$", "");
  }
}
