package hotshoe.extension;

import java.util.Dictionary;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The stable identity of an extension. Letters, digits, {@code _}, {@code -} and {@code .}; it
 * starts with a letter or digit and is at most 200 characters long. Names are case-sensitive, but
 * two names that differ only in case cannot be installed together.
 *
 * @param value the name as written by the extension's author
 */
public record ExtensionName(String value) implements Comparable<ExtensionName> {

  /**
   * The bundle header by which a native extension says its name; without it the symbolic name is
   * used.
   */
  public static final String HEADER = "Hotshoe-Extension";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,199}");

  /** The name of the host itself. No extension may take it. */
  public static final ExtensionName HOST = new ExtensionName("hotshoe");

  public ExtensionName {
    Objects.requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not an extension name: '" + value + "'; letters, digits, '_', '-' and '.' are allowed");
    }
  }

  /**
   * The name that a bundle's headers give.
   *
   * @throws IllegalArgumentException when the headers name nothing or something that is not a name
   */
  public static ExtensionName of(Dictionary<String, String> headers) {
    String name = headers.get(HEADER);
    if (name == null || name.isBlank()) {
      name = headers.get("Bundle-SymbolicName");
    }
    if (name == null) {
      throw new IllegalArgumentException(
          "the bundle has neither " + HEADER + " nor Bundle-SymbolicName");
    }
    int directive = name.indexOf(';');
    return new ExtensionName((directive < 0 ? name : name.substring(0, directive)).trim());
  }

  /** The form under which names are compared for clashes and used as file names. */
  public String folded() {
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(ExtensionName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
