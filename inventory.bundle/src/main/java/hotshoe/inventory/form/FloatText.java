package hotshoe.inventory.form;

import java.math.BigDecimal;
import java.math.MathContext;

/** Decimal numbers as Python writes them: as few digits as tell them apart (row AN-59). */
public final class FloatText {

  /** Up to 15 digits, no two texts are one number: what Java writes is what Python writes. */
  private static final int TOLD_APART = 16;

  private FloatText() {}

  /** The text of a number, {@code NaN} and {@code Infinity} included. */
  public static String of(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Infinity" : "-Infinity";
    }
    double size = Math.abs(number);
    if (size >= 1e-3 && size < 1e7) {
      String usual = Double.toString(number);
      if (usual.length() <= TOLD_APART) {
        return usual;
      }
    }
    String sign = 1 / number < 0 || number < 0 ? "-" : "";
    return sign + (number == 0 ? "0.0" : positive(shortest(Math.abs(number))));
  }

  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == number) {
        return rounded;
      }
    }
    return exact.round(new MathContext(17));
  }

  private static String positive(BigDecimal number) {
    String digits = number.unscaledValue().toString();
    int exponent = digits.length() - 1 - number.scale();
    String solid = digits.replaceFirst("0+$", "");
    if (exponent < -4 || exponent >= 16) {
      String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
      String tail = solid.length() > 1 ? "." + solid.substring(1) : "";
      return solid.charAt(0) + tail + "e" + (exponent < 0 ? "-" : "+") + power;
    }
    if (exponent < 0) {
      return "0." + "0".repeat(-exponent - 1) + solid;
    }
    int whole = exponent + 1;
    return solid.length() > whole
        ? solid.substring(0, whole) + "." + solid.substring(whole)
        : solid + "0".repeat(whole - solid.length()) + ".0";
  }
}
