package hotshoe.inventory.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Python's numbers: whole ones of any size, and decimals. */
final class Numbers {

  private static final int MOST_BITS = 40_000;

  private Numbers() {}

  /** A whole number in its smallest form. */
  static Object smallest(BigInteger number) {
    if (number.bitLength() > MOST_BITS) {
      throw Failure.tooMuch("a number has more than " + MOST_BITS + " bits");
    }
    return number.bitLength() < 64 ? (Object) number.longValue() : number;
  }

  /** A whole number or truth value. */
  static BigInteger whole(Object number) {
    if (number instanceof Boolean truth) {
      return truth ? BigInteger.ONE : BigInteger.ZERO;
    }
    return number instanceof BigInteger big ? big : BigInteger.valueOf((Long) number);
  }

  static double decimal(Object number) {
    if (number instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    return ((Number) number).doubleValue();
  }

  /** A whole number that is an index or a count. */
  static int index(Object value, String what) {
    if (value instanceof Undefined missing) {
      throw missing.failure();
    }
    if (!Kinds.isWhole(value) && !(value instanceof Boolean)) {
      throw Failure.wrong(what + " must be integers, not " + Kinds.of(value));
    }
    BigInteger number = whole(value);
    if (number.bitLength() > 31) {
      return number.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    }
    return number.intValue();
  }

  private static boolean areWhole(Object one, Object other) {
    return !(one instanceof Double) && !(other instanceof Double);
  }

  static Object plus(Object one, Object other) {
    return areWhole(one, other)
        ? smallest(whole(one).add(whole(other)))
        : (Object) (decimal(one) + decimal(other));
  }

  static Object minus(Object one, Object other) {
    return areWhole(one, other)
        ? smallest(whole(one).subtract(whole(other)))
        : (Object) (decimal(one) - decimal(other));
  }

  static Object times(Object one, Object other) {
    return areWhole(one, other)
        ? smallest(whole(one).multiply(whole(other)))
        : (Object) (decimal(one) * decimal(other));
  }

  static Object divided(Object one, Object other) {
    if (decimal(other) == 0) {
      throw Failure.wrong(areWhole(one, other) ? "division by zero" : "float division by zero");
    }
    return areWhole(one, other) ? quotient(one, other) : decimal(one) / decimal(other);
  }

  private static double quotient(Object one, Object other) {
    BigInteger left = whole(one);
    BigInteger right = whole(other);
    if (left.bitLength() < 53 && right.bitLength() < 53) {
      return left.doubleValue() / right.doubleValue();
    }
    java.math.MathContext precise = new java.math.MathContext(60);
    double result = new BigDecimal(left).divide(new BigDecimal(right), precise).doubleValue();
    if (Double.isInfinite(result)) {
      throw Failure.wrong("integer division result too large for a float");
    }
    return result;
  }

  static Object floorDivided(Object one, Object other) {
    if (decimal(other) == 0) {
      throw Failure.wrong(
          areWhole(one, other)
              ? "integer division or modulo by zero"
              : "float floor division by zero");
    }
    if (areWhole(one, other)) {
      return smallest(floorDivision(whole(one), whole(other)));
    }
    double left = decimal(one);
    double right = decimal(other);
    double rest = (Double) modulo(left, right);
    double quotient = (left - rest) / right;
    double floor = Math.floor(quotient);
    return quotient == 0
        ? Math.copySign(0.0, left / right)
        : quotient - floor > 0.5 ? floor + 1 : floor;
  }

  private static BigInteger floorDivision(BigInteger left, BigInteger right) {
    BigInteger[] both = left.divideAndRemainder(right);
    boolean isBelow = both[1].signum() != 0 && both[1].signum() != right.signum();
    return isBelow ? both[0].subtract(BigInteger.ONE) : both[0];
  }

  static Object modulo(Object one, Object other) {
    if (decimal(other) == 0) {
      throw Failure.wrong(areWhole(one, other) ? "integer modulo by zero" : "float modulo");
    }
    if (areWhole(one, other)) {
      BigInteger right = whole(other);
      return smallest(whole(one).subtract(floorDivision(whole(one), right).multiply(right)));
    }
    double right = decimal(other);
    double rest = decimal(one) % right;
    if (rest != 0 && (rest < 0) != (right < 0)) {
      rest += right;
    }
    return rest == 0 ? Math.copySign(0.0, right) : rest;
  }

  static Object power(Object one, Object other) {
    if (areWhole(one, other) && whole(other).signum() >= 0) {
      BigInteger base = whole(one);
      int exponent = index(other, "exponents");
      if ((long) base.bitLength() * exponent > MOST_BITS && base.abs().bitLength() > 1) {
        throw Failure.tooMuch("a number has more than " + MOST_BITS + " bits");
      }
      boolean isEven = !whole(other).testBit(0);
      if (base.abs().bitLength() <= 1) {
        boolean isOne = exponent == 0 || base.signum() > 0 || (base.signum() < 0 && isEven);
        return isOne ? 1L : base.signum() == 0 ? 0L : -1L;
      }
      return smallest(base.pow(exponent));
    }
    double base = decimal(one);
    if (base == 0 && decimal(other) < 0) {
      throw Failure.wrong("0.0 cannot be raised to a negative power");
    }
    if (base < 0 && decimal(other) != Math.rint(decimal(other))) {
      throw Failure.notAvailable("the result is a complex number");
    }
    double result = Math.pow(base, decimal(other));
    if (Double.isInfinite(result)
        && !Double.isInfinite(base)
        && !Double.isInfinite(decimal(other))) {
      throw Failure.wrong("(34, 'Numerical result out of range')");
    }
    return result;
  }

  static Object negative(Object number) {
    return number instanceof Double decimal
        ? (Object) (-decimal)
        : smallest(whole(number).negate());
  }

  static Object absolute(Object number) {
    return number instanceof Double decimal
        ? (Object) Math.abs(decimal)
        : smallest(whole(number).abs());
  }

  /** As {@code round} does: to the even one where two are as near. */
  static Object rounded(Object number, int digits) {
    if (!(number instanceof Double decimal)) {
      return digits >= 0
          ? smallest(whole(number))
          : smallest(
              new BigDecimal(whole(number))
                  .setScale(Math.max(digits, -5000), RoundingMode.HALF_EVEN)
                  .toBigInteger());
    }
    if (Double.isNaN(decimal) || Double.isInfinite(decimal) || digits > 400) {
      return decimal;
    }
    if (digits < -400) {
      return Math.copySign(0.0, decimal);
    }
    double rounded = new BigDecimal(decimal).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    return rounded == 0 ? Math.copySign(0.0, decimal) : rounded;
  }

  /** A decimal cut off, as {@code int} does. */
  static Object truncated(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw Failure.wrong("cannot convert float " + (Double.isNaN(number) ? "NaN" : "infinity"));
    }
    return smallest(new BigDecimal(number).toBigInteger());
  }
}
