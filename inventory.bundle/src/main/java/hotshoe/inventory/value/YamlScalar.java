package hotshoe.inventory.value;

import hotshoe.type.NothingValue;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a YAML scalar without quotes means: YAML 1.1 as PyYAML reads it (row AN-29), with numbers to
 * the base of sixty, days and moments.
 */
public final class YamlScalar {

  /** What a scalar can be. */
  enum Kind {
    TEXT,
    BOOL,
    INT,
    FLOAT,
    NULL,
    TIMESTAMP,
    MERGE,
    VALUE
  }

  private static final Pattern BOOL =
      Pattern.compile("yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
              + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
              + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*"
              + "|[-+]?\\.(?:inf|Inf|INF)"
              + "|\\.(?:nan|NaN|NAN)");
  private static final Pattern INT =
      Pattern.compile(
          "[-+]?0b[0-1_]+"
              + "|[-+]?0[0-7_]+"
              + "|[-+]?(?:0|[1-9][0-9_]*)"
              + "|[-+]?0x[0-9a-fA-F_]+"
              + "|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
              + "(?:(?:[Tt]|[ \\t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]*))?"
              + "(?:[ \\t]*(Z|([-+])([0-9]{1,2})(?::?([0-9]{2}))?))?)?");
  private static final Pattern STRICT_TIMESTAMP =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}"
              + "(?:\\.[0-9]*)?(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?");

  private static final int MOST_DIGITS = 4300;

  private YamlScalar() {}

  /** Whether a text that stands without quotes is read as a text. */
  public static boolean isText(String text) {
    boolean isLongNumber =
        text.length() > MOST_DIGITS && "+-.0123456789".indexOf(text.charAt(0)) >= 0;
    return !isLongNumber && kind(text) == Kind.TEXT;
  }

  /** What a scalar is that has no tag; told by its first letter mostly. */
  static Kind kind(String text) {
    if (text.isEmpty()) {
      return Kind.NULL;
    }
    char first = text.charAt(0);
    return switch (first) {
      case 'y', 'Y', 't', 'T', 'f', 'F', 'o', 'O' -> word(text);
      case 'n', 'N' -> isNull(text) ? Kind.NULL : word(text);
      case '~' -> text.length() == 1 ? Kind.NULL : Kind.TEXT;
      case '<' -> text.equals("<<") ? Kind.MERGE : Kind.TEXT;
      case '=' -> text.length() == 1 ? Kind.VALUE : Kind.TEXT;
      case '-', '+', '.' -> number(text);
      default -> first >= '0' && first <= '9' ? number(text) : Kind.TEXT;
    };
  }

  private static boolean isNull(String text) {
    return text.equals("null") || text.equals("Null") || text.equals("NULL");
  }

  private static Kind word(String text) {
    return text.length() <= 5 && BOOL.matcher(text).matches() ? Kind.BOOL : Kind.TEXT;
  }

  private static Kind number(String text) {
    if (text.length() > MOST_DIGITS) {
      return Kind.TEXT;
    }
    if (FLOAT.matcher(text).matches()) {
      return Kind.FLOAT;
    }
    if (INT.matcher(text).matches()) {
      return Kind.INT;
    }
    return STRICT_TIMESTAMP.matcher(text).matches() ? Kind.TIMESTAMP : Kind.TEXT;
  }

  /** The value of a scalar of this kind. */
  static Object value(Kind kind, String text) throws Unreadable {
    try {
      return switch (kind) {
        case TEXT -> text;
        case BOOL -> bool(text);
        case INT -> whole(text);
        case FLOAT -> decimal(text);
        case NULL -> NothingValue.NOTHING;
        case TIMESTAMP -> moment(text);
        case MERGE, VALUE ->
            throw new Unreadable("could not determine what '" + text + "' is meant to be", 0);
      };
    } catch (NumberFormatException | DateTimeException unlike) {
      throw new Unreadable("'" + text + "' is not what it looks like", 0);
    }
  }

  private static Object bool(String text) throws Unreadable {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "on" -> true;
      case "no", "false", "off" -> false;
      default -> throw new Unreadable("'" + text + "' is neither true nor false", 0);
    };
  }

  private static Object whole(String text) {
    String digits = text.replace("_", "");
    boolean isNegative = digits.startsWith("-");
    String size = isNegative || digits.startsWith("+") ? digits.substring(1) : digits;
    BigInteger value = size(size);
    return PythonNumber.whole(isNegative ? value.negate() : value);
  }

  private static BigInteger size(String digits) {
    if (digits.startsWith("0b")) {
      return new BigInteger(unsigned(digits.substring(2)), 2);
    }
    if (digits.startsWith("0x")) {
      return new BigInteger(unsigned(digits.substring(2)), 16);
    }
    if (digits.indexOf(':') >= 0) {
      BigInteger value = BigInteger.ZERO;
      for (String part : digits.split(":")) {
        value = value.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
      }
      return value;
    }
    boolean isOctal = digits.length() > 1 && digits.charAt(0) == '0';
    return new BigInteger(unsigned(digits), isOctal ? 8 : 10);
  }

  private static String unsigned(String digits) {
    if (digits.startsWith("-") || digits.startsWith("+")) {
      throw new NumberFormatException();
    }
    return digits;
  }

  private static Object decimal(String text) {
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    boolean isNegative = digits.startsWith("-");
    String size = isNegative || digits.startsWith("+") ? digits.substring(1) : digits;
    double value =
        switch (size) {
          case ".inf" -> Double.POSITIVE_INFINITY;
          case ".nan" -> Double.NaN;
          default -> size.indexOf(':') >= 0 ? sexagesimal(size) : Double.parseDouble(size);
        };
    return isNegative ? -value : value;
  }

  private static double sexagesimal(String digits) {
    String[] parts = digits.split(":");
    double value = 0;
    double base = 1;
    for (int i = parts.length - 1; i >= 0; i--) {
      value += Double.parseDouble(parts[i]) * base;
      base *= 60;
    }
    return value;
  }

  private static Object moment(String text) {
    Matcher parts = TIMESTAMP.matcher(text);
    if (!parts.matches()) {
      throw new NumberFormatException();
    }
    LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
    if (parts.group(4) == null) {
      return day;
    }
    int nanos = micros(parts.group(7)) * 1000;
    LocalDateTime time = day.atTime(number(parts, 4), number(parts, 5), number(parts, 6), nanos);
    return parts.group(8) == null ? time : OffsetDateTime.of(time, offset(parts));
  }

  private static ZoneOffset offset(Matcher parts) {
    if (parts.group(9) == null) {
      return ZoneOffset.UTC;
    }
    int minutes = parts.group(11) == null ? 0 : number(parts, 11);
    int seconds = (number(parts, 10) * 60 + minutes) * 60;
    return ZoneOffset.ofTotalSeconds(parts.group(9).equals("-") ? -seconds : seconds);
  }

  private static int micros(String fraction) {
    String digits = fraction == null ? "" : fraction;
    return Integer.parseInt((digits + "000000").substring(0, 6));
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
