package hotshoe.runtime.configuration;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * What a plain scalar is. YAML's own rules turn {@code off}, {@code 1.10} and {@code 2024-01-02}
 * into things nobody wrote; here a scalar becomes a number or a flag only where that loses nothing.
 */
final class Scalars {

  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,17}");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,14})\\.\\d{1,15}");

  private Scalars() {}

  /** Boolean, long, double or text. */
  static Object typed(ScalarNode scalar) {
    String text = scalar.getValue();
    if (scalar.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN) {
      return text;
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    if (WHOLE.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    return isLossless(text) ? (Object) Double.valueOf(text) : text;
  }

  private static boolean isLossless(String text) {
    return DECIMAL.matcher(text).matches()
        && BigDecimal.valueOf(Double.parseDouble(text)).toPlainString().equals(text);
  }
}
