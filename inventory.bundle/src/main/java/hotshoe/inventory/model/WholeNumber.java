package hotshoe.inventory.model;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Whole numbers as Python's {@code int()} reads them. */
final class WholeNumber {

  private static final Pattern WRITTEN = Pattern.compile("[+-]?\\d+(?:_\\d+)*");

  private WholeNumber() {}

  /** The priority that a value stands for. */
  static int of(String group, Object value) {
    if (value instanceof Long number) {
      return bounded(group, BigInteger.valueOf(number));
    }
    if (value instanceof BigInteger number) {
      return bounded(group, number);
    }
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    if (value instanceof Double number && !number.isNaN() && !number.isInfinite()) {
      return bounded(group, java.math.BigDecimal.valueOf(number).toBigInteger());
    }
    if (value instanceof String text && WRITTEN.matcher(text.strip()).matches()) {
      return bounded(group, new BigInteger(text.strip().replace("_", "")));
    }
    throw InventoryProblems.priority(group, String.valueOf(value), "int() of it fails at home too");
  }

  private static int bounded(String group, BigInteger number) {
    if (number.bitLength() > 31) {
      throw InventoryProblems.priority(group, number.toString(), "it is beyond 32 bits");
    }
    return number.intValue();
  }
}
