package hotshoe.inventory.expression;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with {@code %s} and its like in them. */
final class PercentFormat {

  private static final Pattern PLACE =
      Pattern.compile(
          "%(?:\\((?<key>[^)]*)\\))?(?<flags>[-+ #0]*)(?<width>\\*|\\d*)"
              + "(?:\\.(?<precision>\\*|\\d*))?[hlL]?(?<kind>.)?",
          Pattern.DOTALL);

  private final Budget budget;
  private final Object values;
  private final List<Object> plain;
  private int next;

  private PercentFormat(Budget budget, Object values) {
    this.budget = budget;
    this.values = values;
    this.plain = values instanceof Tuple tuple ? tuple.items() : List.of(values);
  }

  /** The text with these values in it. */
  static String of(Budget budget, String format, Object values) {
    return new PercentFormat(budget, values).filled(format);
  }

  private String filled(String format) {
    StringBuilder text = new StringBuilder();
    Matcher place = PLACE.matcher(format);
    int done = 0;
    boolean isNamed = false;
    for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', done)) {
      text.append(format, done, at);
      place.region(at, format.length());
      if (!place.lookingAt() || place.group("kind") == null) {
        throw Failure.wrong("incomplete format");
      }
      isNamed |= place.group("key") != null;
      String one = one(place);
      budget.letters(one.length());
      text.append(one);
      done = place.end();
    }
    text.append(format, done, format.length());
    boolean isUsed = isNamed || next >= plain.size() || values instanceof Map;
    if (!isUsed) {
      throw Failure.wrong("not all arguments converted during string formatting");
    }
    return text.toString();
  }

  private Object take() {
    if (next >= plain.size()) {
      throw Failure.wrong("not enough arguments for format string");
    }
    next++;
    return Kinds.defined(plain.get(next - 1));
  }

  private int size(String text) {
    if (text == null || text.isEmpty()) {
      return text == null ? -1 : 0;
    }
    int size = text.equals("*") ? Numbers.index(take(), "*") : parsed(text);
    budget.letters(Math.abs((long) size));
    return size;
  }

  private static int parsed(String digits) {
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  private String one(Matcher place) {
    String kind = place.group("kind");
    if (kind.equals("%")) {
      return "%";
    }
    String key = place.group("key");
    Object value = null;
    if (key != null) {
      if (!(values instanceof Map<?, ?> map)) {
        throw Failure.wrong("format requires a mapping");
      }
      if (!map.containsKey(key)) {
        throw Failure.wrong("KeyError: '" + key + "'");
      }
      value = Kinds.defined(map.get(key));
    }
    int width = Math.max(0, size(place.group("width")));
    int precision = size(place.group("precision"));
    value = value == null ? take() : value;
    String flags = place.group("flags");
    String body = body(kind.charAt(0), value, flags, precision);
    boolean isZero = flags.contains("0") && !flags.contains("-") && "diouxXeEfFgG".contains(kind);
    if (isZero) {
      return zeroed(body, width);
    }
    return Texts.filled(budget, body, width, " ", !flags.contains("-"));
  }

  private String zeroed(String body, int width) {
    boolean isSigned = !body.isEmpty() && "+- ".indexOf(body.charAt(0)) >= 0;
    int start = isSigned ? 1 : 0;
    if (body.startsWith("0x", start)
        || body.startsWith("0X", start)
        || body.startsWith("0o", start)) {
      start += 2;
    }
    String rest = body.substring(start);
    return body.substring(0, start) + Texts.filled(budget, rest, width - start, "0", true);
  }

  private String body(char kind, Object value, String flags, int precision) {
    switch (kind) {
      case 's':
        return cut(Letters.of(budget, value), precision);
      case 'r':
        return cut(Letters.repr(budget, value), precision);
      case 'c':
        return letter(value);
      case 'd', 'i', 'u':
        return NumberFormat.signed(digits(whole(kind, value, true).toString(), precision), flags);
      case 'o', 'x', 'X':
        return based(kind, whole(kind, value, false), flags, precision);
      case 'e', 'E', 'f', 'F', 'g', 'G':
        if (!Kinds.isNumber(value)) {
          throw Failure.wrong("must be real number, not " + Kinds.of(value));
        }
        String text =
            NumberFormat.decimal(
                budget,
                Numbers.decimal(value),
                kind,
                precision < 0 ? 6 : precision,
                flags.contains("#"));
        return NumberFormat.signed(text, flags);
      default:
        throw Failure.notAvailable("the format %" + kind);
    }
  }

  private static String cut(String text, int precision) {
    boolean isCut = precision >= 0 && Texts.length(text) > precision;
    return isCut ? text.substring(0, text.offsetByCodePoints(0, precision)) : text;
  }

  private static String letter(Object value) {
    if (value instanceof String text && Texts.length(text) == 1) {
      return text;
    }
    if (value instanceof Long number && number >= 0 && number <= Character.MAX_CODE_POINT) {
      return Character.toString(number.intValue());
    }
    throw Failure.wrong("%c requires int or char");
  }

  private static BigInteger whole(char kind, Object value, boolean takesDecimal) {
    if (value instanceof Double number && takesDecimal) {
      return Numbers.whole(Numbers.truncated(number));
    }
    if (Kinds.isNumber(value) && !(value instanceof Double)) {
      return Numbers.whole(value);
    }
    throw Failure.wrong("%" + kind + " format: a real number is required, not " + Kinds.of(value));
  }

  private String digits(String number, int precision) {
    boolean isNegative = number.startsWith("-");
    String digits = isNegative ? number.substring(1) : number;
    return (isNegative ? "-" : "") + Texts.filled(budget, digits, precision, "0", true);
  }

  private String based(char kind, BigInteger number, String flags, int precision) {
    String digits = number.abs().toString(kind == 'o' ? 8 : 16);
    String prefix = flags.contains("#") ? "0" + kind : "";
    String all = prefix + digits(kind == 'X' ? Texts.upper(digits) : digits, precision);
    return NumberFormat.signed((number.signum() < 0 ? "-" : "") + all, flags);
  }
}
