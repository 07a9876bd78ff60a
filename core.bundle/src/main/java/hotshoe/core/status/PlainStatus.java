package hotshoe.core.status;

import hotshoe.status.SliceStatus;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Turns what an extension reports into plain values of a bounded size, so that no door has to trust
 * an extension's objects.
 */
final class PlainStatus {

  private static final int LONGEST_TEXT = 1000;
  private static final int MOST_DETAILS = 100;

  private PlainStatus() {}

  static SliceStatus of(SliceStatus reported) {
    Map<String, Object> details = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : reported.details().entrySet()) {
      if (details.size() < MOST_DETAILS) {
        details.put(shortened(String.valueOf(entry.getKey())), plain(entry.getValue()));
      }
    }
    return new SliceStatus(reported.level(), shortened(reported.message()), details);
  }

  private static Object plain(Object value) {
    if (value instanceof Boolean || value instanceof BigInteger || value instanceof BigDecimal) {
      return value;
    }
    if (value instanceof AtomicInteger || value instanceof AtomicLong) {
      return ((Number) value).longValue();
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? value : String.valueOf(number);
    }
    boolean whole =
        value instanceof Long
            || value instanceof Integer
            || value instanceof Short
            || value instanceof Byte;
    return whole ? value : shortened(String.valueOf(value));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
  }
}
