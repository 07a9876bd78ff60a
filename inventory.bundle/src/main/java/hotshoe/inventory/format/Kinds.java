package hotshoe.inventory.format;

import hotshoe.type.NothingValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** What people call the kind of a value. */
final class Kinds {

  private Kinds() {}

  static String of(Object value) {
    if (value instanceof Map) {
      return "map";
    }
    if (value instanceof List) {
      return "list";
    }
    if (value instanceof Boolean) {
      return "truth value";
    }
    if (value instanceof Long || value instanceof BigInteger) {
      return "whole number";
    }
    if (value instanceof Double) {
      return "decimal number";
    }
    return value == NothingValue.NOTHING ? "nothing" : value instanceof String ? "text" : "value";
  }
}
