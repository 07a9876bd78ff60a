package hotshoe.inventory.expression;

import hotshoe.inventory.ForeignValue;
import hotshoe.inventory.VaultText;
import hotshoe.type.NothingValue;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** What Python calls the kinds of values, and what it takes for true. */
final class Kinds {

  private Kinds() {}

  static String of(Object value) {
    if (value instanceof String) {
      return "str";
    }
    if (value instanceof Boolean) {
      return "bool";
    }
    if (isWhole(value)) {
      return "int";
    }
    if (value instanceof Double) {
      return "float";
    }
    if (value == NothingValue.NOTHING) {
      return "NoneType";
    }
    if (value instanceof List<?>) {
      return "list";
    }
    if (value instanceof Map<?, ?>) {
      return "dict";
    }
    return rare(value);
  }

  private static String rare(Object value) {
    if (value instanceof Tuple) {
      return "tuple";
    }
    if (value instanceof View view) {
      return view.kind();
    }
    if (value instanceof LocalDate) {
      return "datetime.date";
    }
    if (value instanceof LocalDateTime || value instanceof OffsetDateTime) {
      return "datetime.datetime";
    }
    if (value instanceof ForeignValue foreign) {
      return foreign.kind();
    }
    return value instanceof Undefined ? "AnsibleUndefined" : "method";
  }

  /** A whole number that is no truth value. */
  static boolean isWhole(Object value) {
    return value instanceof Long || value instanceof BigInteger;
  }

  /** A number; truth values count as numbers. */
  static boolean isNumber(Object value) {
    return isWhole(value) || value instanceof Double || value instanceof Boolean;
  }

  /** What Python takes for true. */
  static boolean isTrue(Object value) {
    if (value instanceof Undefined missing) {
      if (missing.isEmpty()) {
        return false;
      }
      throw missing.failure();
    }
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (value instanceof String text) {
      return !text.isEmpty();
    }
    if (value instanceof List<?> list) {
      return !list.isEmpty();
    }
    if (value instanceof Map<?, ?> map) {
      return !map.isEmpty();
    }
    if (value instanceof Tuple tuple) {
      return !tuple.items().isEmpty();
    }
    if (value instanceof View view) {
      return !view.items().isEmpty();
    }
    if (value instanceof Number number) {
      return number instanceof BigInteger || number.doubleValue() != 0;
    }
    mustBePlain(value);
    return value != NothingValue.NOTHING;
  }

  /** Refuses what expressions cannot work with. */
  static void mustBePlain(Object value) {
    if (value instanceof VaultText) {
      throw Failure.notAvailable("an encrypted value cannot be used in an expression");
    }
    if (value instanceof ForeignValue foreign) {
      throw Failure.notAvailable(
          "a value of kind " + foreign.kind() + " cannot be used in an expression");
    }
  }

  /** Fails for what is not there. */
  static Object defined(Object value) {
    if (value instanceof Undefined missing) {
      throw missing.failure();
    }
    mustBePlain(value);
    return value;
  }
}
