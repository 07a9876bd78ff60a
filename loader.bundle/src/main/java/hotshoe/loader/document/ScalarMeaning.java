package hotshoe.loader.document;

import hotshoe.type.NothingValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What a value without quotes means in YAML 1.1. Days and numbers to the base of sixty, which
 * nobody means, stay texts.
 */
final class ScalarMeaning {

  private static final Set<String> TRUE = Set.of("true", "yes", "on");
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);

  private final Resolver resolver = new Resolver();

  Object of(String text) {
    Tag tag = resolver.resolve(NodeId.scalar, text, true);
    if (tag.equals(Tag.NULL)) {
      return NothingValue.NOTHING;
    }
    if (tag.equals(Tag.BOOL)) {
      return TRUE.contains(text.toLowerCase(Locale.ROOT));
    }
    boolean isNumber = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
    return isNumber && text.indexOf(':') < 0 ? number(text, tag.equals(Tag.INT)) : text;
  }

  private static Object number(String text, boolean isWhole) {
    try {
      String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
      return isWhole ? whole(digits) : decimal(digits);
    } catch (NumberFormatException unlike) {
      return text;
    }
  }

  private static Object whole(String digits) {
    boolean isNegative = digits.startsWith("-");
    String unsigned = isNegative || digits.startsWith("+") ? digits.substring(1) : digits;
    BigInteger size =
        unsigned.startsWith("0x")
            ? new BigInteger(unsigned.substring(2), 16)
            : unsigned.startsWith("0b")
                ? new BigInteger(unsigned.substring(2), 2)
                : new BigInteger(unsigned, unsigned.startsWith("0") ? 8 : 10);
    BigInteger value = isNegative ? size.negate() : size;
    boolean fits = value.compareTo(LEAST) >= 0 && value.compareTo(GREATEST) <= 0;
    return fits ? (Object) value.longValue() : (Object) value.doubleValue();
  }

  private static Object decimal(String digits) {
    return switch (digits) {
      case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      case ".nan" -> Double.NaN;
      default -> Double.valueOf(digits);
    };
  }
}
