package hotshoe.slice;

import hotshoe.extension.ExtensionName;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name of a slice: {@code <extension>.<slice>}. The part after the extension's name holds no
 * dot. Names are ordered by code point (rows INM-08, INM-14).
 *
 * @param value the whole name
 */
public record SliceName(String value) implements Comparable<SliceName> {

  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)+");

  public SliceName {
    Objects.requireNonNull(value, "value");
    if (value.length() > 300 || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not a slice name: '" + value + "'; write <extension>.<slice>");
    }
  }

  /** Whether this name lies in the extension's namespace. */
  public boolean isIn(ExtensionName extension) {
    return value.length() > extension.value().length() + 1
        && value.startsWith(extension.value())
        && value.charAt(extension.value().length()) == '.';
  }

  // Written out, for names are looked up a great deal while a host starts, and the generated
  // methods are slow until they have been compiled.
  @Override
  public boolean equals(Object other) {
    return other instanceof SliceName name && value.equals(name.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(SliceName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
