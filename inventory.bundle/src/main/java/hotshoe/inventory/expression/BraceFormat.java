package hotshoe.inventory.expression;

import hotshoe.inventory.form.FloatText;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with <code>{}</code> in them, as {@code str.format} fills them. */
final class BraceFormat {

  private static final Pattern SPEC =
      Pattern.compile(
          "(?:(?<fill>.)?(?<align>[<>=^]))?(?<sign>[-+ ])?(?<z>z)?(?<alt>#)?(?<zero>0)?"
              + "(?<width>\\d+)?(?<group>[,_])?(?:\\.(?<precision>\\d+))?(?<kind>[a-zA-Z%])?",
          Pattern.DOTALL);
  private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\[([^\\]]+)\\]");

  private final Budget budget;
  private final List<Object> plain;
  private final Map<?, ?> named;
  private int next;

  private BraceFormat(Budget budget, List<Object> plain, Map<?, ?> named) {
    this.budget = budget;
    this.plain = plain;
    this.named = named;
  }

  static String of(Call call, List<Object> plain, Map<?, ?> named) {
    return new BraceFormat(call.budget(), plain, named).filled(call.text(), 0);
  }

  private String filled(String format, int depth) {
    if (depth > 2) {
      throw Failure.wrong("Max string recursion exceeded");
    }
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < format.length()) {
      char letter = format.charAt(at);
      boolean isDouble = at + 1 < format.length() && format.charAt(at + 1) == letter;
      if ((letter == '{' || letter == '}') && isDouble) {
        text.append(letter);
        at += 2;
      } else if (letter == '}') {
        throw Failure.wrong("Single '}' encountered in format string");
      } else if (letter == '{') {
        int end = end(format, at);
        text.append(field(format.substring(at + 1, end), depth));
        at = end + 1;
      } else {
        text.append(letter);
        at++;
      }
    }
    budget.letters(text.length());
    return text.toString();
  }

  private static int end(String format, int start) {
    int depth = 0;
    for (int i = start; i < format.length(); i++) {
      depth += format.charAt(i) == '{' ? 1 : format.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw Failure.wrong("expected '}' before end of string");
  }

  private String field(String field, int depth) {
    int colon = nameEnd(field, ':');
    String head = colon < 0 ? field : field.substring(0, colon);
    String spec = colon < 0 ? "" : filled(field.substring(colon + 1), depth + 1);
    int bang = nameEnd(head, '!');
    String name = bang < 0 ? head : head.substring(0, bang);
    Object value = Kinds.defined(found(name));
    String conversion = bang < 0 ? "" : head.substring(bang + 1);
    return switch (conversion) {
      case "" -> formatted(value, spec);
      case "s" -> formatted(Letters.of(budget, value), spec);
      case "r" -> formatted(Letters.repr(budget, value), spec);
      default -> throw Failure.notAvailable("the conversion !" + conversion);
    };
  }

  private static int nameEnd(String field, char mark) {
    int bracket = 0;
    for (int i = 0; i < field.length(); i++) {
      char letter = field.charAt(i);
      bracket += letter == '[' ? 1 : letter == ']' ? -1 : 0;
      if (letter == mark && bracket <= 0) {
        return i;
      }
    }
    return -1;
  }

  private Object found(String path) {
    Matcher first = Pattern.compile("[^.\\[]*").matcher(path);
    first.lookingAt();
    Object value = first(first.group());
    Matcher step = STEP.matcher(path);
    int at = first.end();
    while (at < path.length()) {
      step.region(at, path.length());
      if (!step.lookingAt()) {
        throw Failure.wrong("Empty attribute in format string");
      }
      value = step(value, step);
      at = step.end();
    }
    return value;
  }

  private Object step(Object value, Matcher step) {
    if (step.group(1) != null) {
      Object found = Attributes.attribute(budget, value, step.group(1));
      boolean isMapKey = value instanceof Map<?, ?> map && map.containsKey(step.group(1));
      if (isMapKey) {
        throw Failure.wrong("'dict' object has no attribute '" + step.group(1) + "'");
      }
      return found;
    }
    String key = step.group(2);
    boolean isPlace = key.chars().allMatch(Character::isDigit) && key.length() < 10;
    return Attributes.item(budget, value, isPlace ? (Object) Long.valueOf(key) : key);
  }

  private Object first(String name) {
    boolean isPlace = name.chars().allMatch(Character::isDigit);
    if (isPlace) {
      int place = name.isEmpty() ? next : name.length() > 9 ? -1 : Integer.parseInt(name);
      next++;
      if (place < 0 || place >= plain.size()) {
        throw Failure.wrong(
            "Replacement index " + place + " out of range for positional args tuple");
      }
      return plain.get(place);
    }
    if (!named.containsKey(name)) {
      throw Failure.wrong("KeyError: '" + name + "'");
    }
    return named.get(name);
  }

  private String formatted(Object value, String spec) {
    if (spec.isEmpty()) {
      return Letters.of(budget, value);
    }
    Matcher parts = SPEC.matcher(spec);
    if (!parts.matches()) {
      throw Failure.wrong("Invalid format specifier");
    }
    if (value instanceof String text) {
      return text(text, parts);
    }
    if (Kinds.isNumber(value)) {
      return number(value, parts);
    }
    throw Failure.wrong("unsupported format string passed to " + Kinds.of(value) + ".__format__");
  }

  private String text(String value, Matcher parts) {
    String kind = parts.group("kind");
    boolean isRight = kind == null || kind.equals("s");
    if (!isRight || parts.group("sign") != null || "=".equals(parts.group("align"))) {
      throw Failure.wrong("Unknown format code for object of type 'str'");
    }
    int precision = size(parts.group("precision"), Integer.MAX_VALUE);
    String cut =
        Texts.length(value) > precision
            ? value.substring(0, value.offsetByCodePoints(0, precision))
            : value;
    return aligned(cut, parts, "<", "");
  }

  private int size(String digits, int usual) {
    if (digits == null) {
      return usual;
    }
    int size = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    budget.letters(size);
    return size;
  }

  private String aligned(String body, Matcher parts, String usual, String sign) {
    int width = size(parts.group("width"), 0);
    boolean isZero = parts.group("zero") != null && parts.group("align") == null;
    String align = parts.group("align") != null ? parts.group("align") : isZero ? "=" : usual;
    String fill =
        parts.group("fill") != null
            ? parts.group("fill")
            : isZero || parts.group("zero") != null ? "0" : " ";
    if (isZero && usual.equals("<")) {
      align = "<";
    }
    return switch (align) {
      case "<" -> Texts.filled(budget, sign + body, width, fill, false);
      case ">" -> Texts.filled(budget, sign + body, width, fill, true);
      case "=" -> sign + Texts.filled(budget, body, width - sign.length(), fill, true);
      default -> middle(sign + body, width, fill);
    };
  }

  private String middle(String text, int width, String fill) {
    int missing = Math.max(0, width - Texts.length(text));
    budget.letters(missing);
    return fill.repeat(missing / 2) + text + fill.repeat(missing - missing / 2);
  }

  private String number(Object value, Matcher parts) {
    char kind = parts.group("kind") == null ? ' ' : parts.group("kind").charAt(0);
    boolean isDecimal = value instanceof Double || "eEfFgG%".indexOf(kind) >= 0;
    String text = isDecimal ? decimal(value, kind, parts) : whole(value, kind, parts);
    boolean isNegative = text.startsWith("-");
    String flags = parts.group("sign") == null ? "" : parts.group("sign");
    String sign = isNegative ? "-" : flags.equals("-") ? "" : flags;
    String body = isNegative ? text.substring(1) : text;
    if (parts.group("group") != null) {
      body = grouped(body, parts.group("group"), "xXob".indexOf(kind) >= 0 ? 4 : 3);
    }
    return aligned(body, parts, ">", sign);
  }

  private static String grouped(String body, String mark, int every) {
    Matcher digits = Pattern.compile("^(?:0[xXob])?([0-9a-fA-F]+)").matcher(body);
    if (!digits.find()) {
      return body;
    }
    StringBuilder text = new StringBuilder(digits.group(1));
    for (int i = text.length() - every; i > 0; i -= every) {
      text.insert(i, mark);
    }
    return body.substring(0, digits.start(1)) + text + body.substring(digits.end(1));
  }

  private String decimal(Object value, char kind, Matcher parts) {
    double number = Numbers.decimal(value);
    boolean keeps = parts.group("alt") != null;
    int precision = size(parts.group("precision"), -1);
    if (kind == '%') {
      return NumberFormat.decimal(budget, number * 100, 'f', precision < 0 ? 6 : precision, keeps)
          + "%";
    }
    if (kind != ' ') {
      return NumberFormat.decimal(budget, number, kind, precision < 0 ? 6 : precision, keeps);
    }
    if (precision < 0 || Double.isNaN(number) || Double.isInfinite(number)) {
      boolean isFinite = !Double.isNaN(number) && !Double.isInfinite(number);
      return isFinite ? FloatText.of(number) : Letters.of(budget, number);
    }
    throw Failure.notAvailable("a precision without a kind in a format");
  }

  private String whole(Object value, char kind, Matcher parts) {
    if (value instanceof Boolean && kind == ' ') {
      value = Numbers.plus(value, 0L);
    }
    if (parts.group("precision") != null) {
      throw Failure.wrong("Precision not allowed in integer format specifier");
    }
    BigInteger number = Numbers.whole(value);
    String sign = number.signum() < 0 ? "-" : "";
    String prefix = parts.group("alt") == null ? "" : "0" + kind;
    BigInteger size = number.abs();
    return switch (kind) {
      case ' ', 'd', 'n' -> number.toString();
      case 'x' -> sign + prefix + size.toString(16);
      case 'X' -> sign + prefix + Texts.upper(size.toString(16));
      case 'o' -> sign + prefix + size.toString(8);
      case 'b' -> sign + prefix + size.toString(2);
      case 'c' -> Character.toString(number.intValue());
      default -> throw Failure.wrong("Unknown format code '" + kind + "' for object of type 'int'");
    };
  }
}
