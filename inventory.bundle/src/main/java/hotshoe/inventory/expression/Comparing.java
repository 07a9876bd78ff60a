package hotshoe.inventory.expression;

import hotshoe.inventory.model.CodePoints;
import hotshoe.type.NothingValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Whether values are equal, which comes first, and what is in what, as Python has it. */
final class Comparing {

  private Comparing() {}

  static boolean areEqual(Budget budget, Object one, Object other) {
    budget.step();
    Kinds.defined(one);
    Kinds.defined(other);
    if (Kinds.isNumber(one) && Kinds.isNumber(other)) {
      return numbers(one, other) == 0;
    }
    if (one instanceof List<?> list && other instanceof List<?> second) {
      return items(budget, list, second);
    }
    if (one instanceof Tuple tuple && other instanceof Tuple second) {
      return items(budget, tuple.items(), second.items());
    }
    if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> second) {
      return maps(budget, map, second);
    }
    return one.equals(other);
  }

  private static boolean items(Budget budget, List<?> one, List<?> other) {
    if (one.size() != other.size()) {
      return false;
    }
    Iterator<?> second = other.iterator();
    for (Object item : one) {
      if (!areEqual(budget, item, second.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean maps(Budget budget, Map<?, ?> one, Map<?, ?> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : one.entrySet()) {
      boolean isSame =
          other.containsKey(entry.getKey())
              && areEqual(budget, entry.getValue(), other.get(entry.getKey()));
      if (!isSame) {
        return false;
      }
    }
    return true;
  }

  /** What {@code Integer.compare} says of numbers; 2 where one of them is no number at all. */
  private static int numbers(Object one, Object other) {
    if (one instanceof Long first && other instanceof Long second) {
      return Long.compare(first, second);
    }
    double left = Numbers.decimal(one);
    double right = Numbers.decimal(other);
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return 2;
    }
    if (Double.isInfinite(left) || Double.isInfinite(right)) {
      return left == right ? 0 : left < right ? -1 : 1;
    }
    return exact(one).compareTo(exact(other));
  }

  private static BigDecimal exact(Object number) {
    return number instanceof Double decimal
        ? new BigDecimal(decimal)
        : new BigDecimal(Numbers.whole(number));
  }

  /** Whether one comes before the other. */
  static boolean isLess(Budget budget, Object one, Object other) {
    return order(budget, one, other, "<") < 0;
  }

  /** Compares with one of {@code < <= > >=}. */
  static boolean compare(Budget budget, Object one, Object other, String operator) {
    int order = order(budget, one, other, operator);
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0 && order != 2;
      default -> order >= 0 && order != 2;
    };
  }

  static int order(Budget budget, Object one, Object other, String operator) {
    budget.step();
    Kinds.defined(one);
    Kinds.defined(other);
    if (Kinds.isNumber(one) && Kinds.isNumber(other)) {
      int order = numbers(one, other);
      return order == 2 && operator.startsWith("<") ? 3 : order;
    }
    if (one instanceof String first && other instanceof String second) {
      return Integer.signum(CodePoints.compare(first, second));
    }
    if (one instanceof List<?> first && other instanceof List<?> second) {
      return items(budget, first, second, operator);
    }
    if (one instanceof Tuple first && other instanceof Tuple second) {
      return items(budget, first.items(), second.items(), operator);
    }
    return moments(one, other, operator);
  }

  private static int items(Budget budget, List<?> one, List<?> other, String operator) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!areEqual(budget, one.get(i), other.get(i))) {
        return order(budget, one.get(i), other.get(i), operator);
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private static int moments(Object one, Object other, String operator) {
    if (one instanceof LocalDate first && other instanceof LocalDate second) {
      return Integer.signum(first.compareTo(second));
    }
    if (one instanceof LocalDateTime first && other instanceof LocalDateTime second) {
      return Integer.signum(first.compareTo(second));
    }
    if (one instanceof OffsetDateTime first && other instanceof OffsetDateTime second) {
      return Integer.signum(first.toInstant().compareTo(second.toInstant()));
    }
    throw Failure.wrong(
        "'"
            + operator
            + "' not supported between instances of '"
            + Kinds.of(one)
            + "' and '"
            + Kinds.of(other)
            + "'");
  }

  /** Whether a value is in another. */
  static boolean isIn(Budget budget, Object value, Object container) {
    Kinds.defined(container);
    if (container instanceof String text) {
      if (!(Kinds.defined(value) instanceof String part)) {
        throw Failure.wrong(
            "'in <string>' requires string as left operand, not " + Kinds.of(value));
      }
      budget.steps(text.length() / 16);
      return text.contains(part);
    }
    if (container instanceof Map<?, ?> map) {
      return map.containsKey(key(value));
    }
    for (Object item : Items.of(budget, container)) {
      if ((item == value && !(value instanceof Undefined)) || areEqual(budget, item, value)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value can be the key of a map. */
  static boolean isHashable(Object value) {
    return value instanceof Tuple tuple
        ? tuple.items().stream().allMatch(Comparing::isHashable)
        : !(value instanceof List || value instanceof Map);
  }

  /** A value as the key of a map. */
  static Object key(Object value) {
    Kinds.defined(value);
    if (value instanceof List || value instanceof Map) {
      throw Failure.wrong("unhashable type: '" + Kinds.of(value) + "'");
    }
    if (value instanceof Tuple tuple) {
      tuple.items().forEach(Comparing::key);
    }
    return value == NothingValue.NOTHING ? NothingValue.NOTHING : value;
  }

  /** Something equal exactly where keys are, for sets. */
  static Object comparable(Object value) {
    Object key = key(value);
    if (key instanceof Boolean truth) {
      return truth ? 1L : 0L;
    }
    if (key instanceof Double number && number == Math.rint(number) && !Double.isInfinite(number)) {
      return Numbers.smallest(new BigDecimal(number).toBigInteger());
    }
    if (key instanceof Tuple tuple) {
      return Tuple.of(tuple.items().stream().map(Comparing::comparable).toList());
    }
    return key;
  }
}
