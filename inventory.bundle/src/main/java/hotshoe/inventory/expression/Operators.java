package hotshoe.inventory.expression;

import java.util.ArrayList;
import java.util.List;

/** What stands between two values, or before one. */
final class Operators {

  private Operators() {}

  static Object binary(Budget budget, String operator, Object left, Object right) {
    budget.step();
    Kinds.defined(left);
    if (operator.equals("%") && left instanceof String format) {
      return PercentFormat.of(budget, format, right);
    }
    Kinds.defined(right);
    if (Kinds.isNumber(left) && Kinds.isNumber(right)) {
      return numbers(operator, left, right);
    }
    if (operator.equals("+")) {
      return joined(budget, left, right);
    }
    if (operator.equals("*")) {
      return repeated(budget, left, right);
    }
    throw unsupported(operator, left, right);
  }

  private static Object numbers(String operator, Object left, Object right) {
    return switch (operator) {
      case "+" -> Numbers.plus(left, right);
      case "-" -> Numbers.minus(left, right);
      case "*" -> Numbers.times(left, right);
      case "/" -> Numbers.divided(left, right);
      case "//" -> Numbers.floorDivided(left, right);
      case "%" -> Numbers.modulo(left, right);
      default -> Numbers.power(left, right);
    };
  }

  private static Failure unsupported(String operator, Object left, Object right) {
    return Failure.wrong(
        "unsupported operand type(s) for "
            + (operator.equals("**") ? "** or pow()" : operator)
            + ": '"
            + Kinds.of(left)
            + "' and '"
            + Kinds.of(right)
            + "'");
  }

  private static Object joined(Budget budget, Object left, Object right) {
    if (left instanceof String one && right instanceof String other) {
      budget.letters((long) one.length() + other.length());
      return new StringBuilder(one).append(other).toString();
    }
    if (left instanceof List<?> one && right instanceof List<?> other) {
      return both(budget, one, other);
    }
    if (left instanceof Tuple one && right instanceof Tuple other) {
      return Tuple.of(both(budget, one.items(), other.items()));
    }
    if (left instanceof String) {
      throw Failure.wrong("can only concatenate str (not \"" + Kinds.of(right) + "\") to str");
    }
    throw unsupported("+", left, right);
  }

  private static List<Object> both(Budget budget, List<?> one, List<?> other) {
    budget.items((long) one.size() + other.size());
    List<Object> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private static Object repeated(Budget budget, Object left, Object right) {
    boolean isRight = Kinds.isWhole(right) || right instanceof Boolean;
    Object what = isRight ? left : right;
    Object times = isRight ? right : left;
    if (!Kinds.isWhole(times) && !(times instanceof Boolean)) {
      throw unsupported("*", left, right);
    }
    long count = Math.max(0, Numbers.index(times, "counts"));
    if (what instanceof String text) {
      budget.letters(text.length() * count);
      return new StringBuilder(text.repeat(text.isEmpty() ? 0 : (int) count)).toString();
    }
    if (what instanceof List<?> list) {
      return repeated(budget, list, count);
    }
    if (what instanceof Tuple tuple) {
      return Tuple.of(repeated(budget, tuple.items(), count));
    }
    throw unsupported("*", left, right);
  }

  private static List<Object> repeated(Budget budget, List<?> list, long count) {
    budget.items(list.size() * count);
    List<Object> all = new ArrayList<>();
    for (long i = 0; i < count && !list.isEmpty(); i++) {
      all.addAll(list);
    }
    return all;
  }

  static Object unary(String operator, Object value) {
    Kinds.defined(value);
    if (!Kinds.isNumber(value)) {
      throw Failure.wrong("bad operand type for unary " + operator + ": '" + Kinds.of(value) + "'");
    }
    return operator.equals("-") ? Numbers.negative(value) : Numbers.plus(value, 0L);
  }

  static boolean compare(Budget budget, String operator, Object left, Object right) {
    return switch (operator) {
      case "==" -> Comparing.areEqual(budget, left, right);
      case "!=" -> !Comparing.areEqual(budget, left, right);
      case "in" -> Comparing.isIn(budget, left, right);
      case "not in" -> !Comparing.isIn(budget, left, right);
      default -> Comparing.compare(budget, left, right, operator);
    };
  }
}
