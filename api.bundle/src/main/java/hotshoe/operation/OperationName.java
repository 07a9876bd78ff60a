package hotshoe.operation;

import hotshoe.extension.ExtensionName;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name of an operation: {@code <extension>.<operation>}; the extension's name may itself hold
 * dots, the last part none. No two operations can clash, because no two extensions share a name.
 *
 * @param extension whose it is
 * @param shortName its name within the extension: letters, digits, {@code _}, {@code -} and blanks
 */
public record OperationName(ExtensionName extension, String shortName)
    implements Comparable<OperationName> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_ -]{0,199}");

  public OperationName {
    Objects.requireNonNull(extension, "extension");
    if (!FORM.matcher(shortName).matches()) {
      throw new IllegalArgumentException("not an operation name: '" + shortName + "'");
    }
  }

  /** Reads {@code <extension>.<operation>}. */
  public static OperationName of(String text) {
    int dot = text.lastIndexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException(
          "not an operation name: '" + text + "'; write <extension>.<operation>");
    }
    return new OperationName(new ExtensionName(text.substring(0, dot)), text.substring(dot + 1));
  }

  @Override
  public int compareTo(OperationName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return extension + "." + shortName;
  }
}
