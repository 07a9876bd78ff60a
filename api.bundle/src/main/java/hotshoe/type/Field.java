package hotshoe.type;

import hotshoe.type.Values.Reading;
import java.util.Objects;
import java.util.Optional;

/**
 * A named, typed, documented place for a value: a parameter, a field of a record.
 *
 * @param name not blank, at most 255 characters, none of them a control character; letters, digits,
 *     {@code _} and {@code -} can be typed everywhere
 * @param type what it may be
 * @param defaultValue the value when none is given, which the type must accept and which is kept in
 *     canonical form; empty means it must be given, unless the type is {@link Type.Optional}
 * @param title a human name, or empty
 * @param description one sentence or more, or empty
 */
public record Field(
    String name, Type type, Optional<Object> defaultValue, String title, String description) {

  /**
   * Refuses what could never work.
   *
   * @throws IllegalArgumentException when the name cannot be one or the default is not of the type
   */
  public Field {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    if (TextCheck.isBlank(name)
        || name.length() > 255
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(Shown.of(name) + " is no name for a field");
    }
    Type of = type;
    String what = "the default of " + Shown.name(name);
    defaultValue = defaultValue.map(value -> Values.canonical(of, value, Reading.STRICT, what));
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
