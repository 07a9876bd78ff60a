package hotshoe.type;

import java.util.Objects;
import java.util.Optional;

/**
 * A named, typed, documented place for a value: a parameter, a field of a record.
 *
 * @param name letters, digits, {@code _}, {@code -} and {@code .}
 * @param type what it may be
 * @param defaultValue the canonical value when none is given; empty means it must be given, unless
 *     the type is {@link Type.Optional}
 * @param title a human name, or empty
 * @param description one sentence or more, or empty
 */
public record Field(
    String name, Type type, Optional<Object> defaultValue, String title, String description) {

  public Field {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(defaultValue, "defaultValue");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
  }

  /** A field that must be given. */
  public static Field required(String name, Type type, String description) {
    return new Field(name, type, Optional.empty(), "", description);
  }

  /** A field with a default. */
  public static Field defaulting(String name, Type type, Object defaultValue, String description) {
    return new Field(name, type, Optional.of(defaultValue), "", description);
  }

  /** Whether a value must be given. */
  public boolean isRequired() {
    return defaultValue.isEmpty() && !(type instanceof Type.Optional);
  }
}
