package hotshoe.inventory.expression;

import hotshoe.type.NothingValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filters that take or make numbers and truth values. */
final class NumberFilters {

  private static final Pattern WHOLE =
      Pattern.compile("([-+]?)(0[xX]_?|0[oO]_?|0[bB]_?)?([0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*)");
  private static final Pattern DECIMAL =
      Pattern.compile(
          "[-+]?(?:\\d+(?:_\\d+)*\\.?(?:\\d+(?:_\\d+)*)?|\\.\\d+(?:_\\d+)*)"
              + "(?:[eE][-+]?\\d+(?:_\\d+)*)?");
  private static final List<String> TRUE = List.of("yes", "on", "1", "true");

  static final Map<String, Function> ALL =
      ValueMethods.table(
          Function.of("int", "default base", NumberFilters::whole),
          Function.of("float", "default", NumberFilters::decimal),
          Function.of("abs", "", NumberFilters::absolute),
          Function.of("round", "precision method", NumberFilters::round),
          Function.of("bool", "", NumberFilters::truth),
          Function.of("log", "base", NumberFilters::logarithm),
          Function.of("pow", "y", NumberFilters::power),
          Function.of("root", "base", NumberFilters::root),
          Function.of("filesizeformat", "binary", Sizes::fileSize),
          Function.of("human_readable", "isbits unit", Sizes::readable),
          Function.of("human_to_bytes", "default_unit isbits", Sizes::bytes));

  private NumberFilters() {}

  private static Object whole(Call call) {
    Object value = call.value();
    Object usual = call.get("default", 0L);
    int base = call.number("base", 10);
    Optional<Object> found =
        value instanceof String text
            ? parsed(text, base)
            : Kinds.isNumber(value) ? cut(value) : Optional.empty();
    if (found.isPresent()) {
      return found.get();
    }
    Optional<Double> decimal = parsedDecimal(value);
    if (decimal.isPresent() && Double.isInfinite(decimal.get())) {
      throw Failure.wrong("cannot convert float infinity to integer");
    }
    return decimal.filter(number -> !Double.isNaN(number)).map(Numbers::truncated).orElse(usual);
  }

  private static Optional<Object> cut(Object value) {
    if (!(value instanceof Double number)) {
      return Optional.of(Numbers.smallest(Numbers.whole(value)));
    }
    if (Double.isInfinite(number)) {
      throw Failure.wrong("cannot convert float infinity to integer");
    }
    return Double.isNaN(number) ? Optional.empty() : Optional.of(Numbers.truncated(number));
  }

  /** A text as {@code int} reads it. */
  private static Optional<Object> parsed(String text, int base) {
    Matcher number = WHOLE.matcher(Texts.stripped(text));
    if (!number.matches() || text.length() > 4300) {
      return Optional.empty();
    }
    String prefix = number.group(2) == null ? "" : Texts.lower(number.group(2)).substring(0, 2);
    int meant = prefix.equals("0x") ? 16 : prefix.equals("0o") ? 8 : prefix.equals("0b") ? 2 : 0;
    boolean fits = prefix.isEmpty() || base == meant || base == 0;
    String digits = number.group(3).replace("_", "");
    if (!fits) {
      digits = prefix + digits;
    }
    int real = base == 0 ? (meant == 0 ? 10 : meant) : base;
    boolean isOctal = base == 0 && meant == 0 && digits.matches("0+[1-9].*");
    if (real < 2 || real > 36 || isOctal) {
      return Optional.empty();
    }
    try {
      BigInteger size = new BigInteger(digits, real);
      return Optional.of(Numbers.smallest(number.group(1).equals("-") ? size.negate() : size));
    } catch (NumberFormatException malformed) {
      return Optional.empty();
    }
  }

  /** A value as {@code float} reads it. */
  static Optional<Double> parsedDecimal(Object value) {
    if (Kinds.isNumber(value)) {
      return Optional.of(Numbers.decimal(value));
    }
    if (!(value instanceof String text)) {
      return Optional.empty();
    }
    String plain = Texts.lower(Texts.stripped(text));
    switch (plain.replaceFirst("^[-+]", "")) {
      case "inf", "infinity":
        return Optional.of(
            plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
      case "nan":
        return Optional.of(Double.NaN);
      default:
        boolean isNumber = plain.length() < 5000 && DECIMAL.matcher(plain).matches();
        return isNumber ? Optional.of(Double.valueOf(plain.replace("_", ""))) : Optional.empty();
    }
  }

  private static Object decimal(Call call) {
    Object usual = call.get("default", 0.0);
    return parsedDecimal(call.value()).map(number -> (Object) number).orElse(usual);
  }

  static Object number(Call call, Object value, String what) {
    Kinds.defined(value);
    if (!Kinds.isNumber(value)) {
      throw Failure.wrong(what + ": must be real number, not " + Kinds.of(value));
    }
    return value;
  }

  private static Object absolute(Call call) {
    return Numbers.absolute(number(call, call.value(), "bad operand type for abs()"));
  }

  private static Object round(Call call) {
    String method = call.text("method", "common");
    Object value = number(call, call.value(), "round() can only be used on numbers");
    int digits = call.number("precision", 0);
    if (method.equals("common")) {
      return Numbers.rounded(value, digits);
    }
    if (!method.equals("ceil") && !method.equals("floor")) {
      throw Failure.wrong("method must be common, ceil or floor");
    }
    Object factor = Numbers.power(10L, (long) digits);
    Object grown = Numbers.times(value, factor);
    Object whole =
        grown instanceof Double decimal
            ? Numbers.truncated(method.equals("ceil") ? Math.ceil(decimal) : Math.floor(decimal))
            : grown;
    return Numbers.divided(whole, factor);
  }

  private static Object truth(Call call) {
    Object value = call.value();
    if (value == NothingValue.NOTHING || value instanceof Boolean) {
      return value;
    }
    return value instanceof String text
        ? TRUE.contains(Texts.lower(text))
        : Kinds.isNumber(value) && Numbers.decimal(value) == 1;
  }

  private static Object logarithm(Call call) {
    double value = Numbers.decimal(number(call, call.value(), "log() can only be used on numbers"));
    Object base = number(call, call.get("base", Math.E), "log() can only be used on numbers");
    if (value <= 0 || Numbers.decimal(base) <= 0) {
      throw Failure.wrong("math domain error");
    }
    double of = Numbers.decimal(base);
    if (of == 1) {
      throw Failure.wrong("float division by zero");
    }
    return of == 10 ? Math.log10(value) : Math.log(value) / Math.log(of);
  }

  private static Object power(Call call) {
    return pow(
        Numbers.decimal(number(call, call.value(), "pow() can only be used on numbers")),
        Numbers.decimal(number(call, call.get("y"), "pow() can only be used on numbers")));
  }

  private static Object pow(double base, double exponent) {
    double result = Math.pow(base, exponent);
    boolean isFinite = !Double.isInfinite(base) && !Double.isInfinite(exponent);
    if (Double.isInfinite(result) && isFinite) {
      throw Failure.wrong(base == 0 ? "math domain error" : "math range error");
    }
    if (Double.isNaN(result) && !Double.isNaN(base) && !Double.isNaN(exponent)) {
      throw Failure.wrong("math domain error");
    }
    return result;
  }

  private static Object root(Call call) {
    double value =
        Numbers.decimal(number(call, call.value(), "root() can only be used on numbers"));
    double base = parsedDecimal(call.get("base", 2L)).orElseThrow(() -> Failure.wrong("root()"));
    if (base == 2) {
      if (value < 0) {
        throw Failure.wrong("math domain error");
      }
      return Math.sqrt(value);
    }
    return pow(value, (Double) Numbers.divided(1.0, base));
  }
}
