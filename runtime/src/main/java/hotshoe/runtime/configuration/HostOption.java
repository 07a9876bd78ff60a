package hotshoe.runtime.configuration;

import hotshoe.configuration.OptionDescription;
import java.util.List;
import java.util.Optional;

/**
 * One option of the host: what people see of it, and how it is read.
 *
 * @param description what people see
 * @param type how it is read
 */
record HostOption(OptionDescription description, OptionType type) {

  /** An option with a default. */
  static HostOption of(String key, OptionType type, String defaultValue, String description) {
    return create(key, type, Optional.of(defaultValue), description, List.of());
  }

  /** An option that is unset unless somebody sets it. */
  static HostOption unset(String key, OptionType type, String description) {
    return create(key, type, Optional.empty(), description, List.of());
  }

  /** An option with few possible values. */
  static HostOption choice(
      String key, String defaultValue, List<String> allowed, String description) {
    return create(key, OptionType.TEXT, Optional.of(defaultValue), description, allowed);
  }

  private static HostOption create(
      String key,
      OptionType type,
      Optional<String> defaultValue,
      String description,
      List<String> allowed) {
    return new HostOption(
        new OptionDescription(
            key, type.title(), defaultValue, description, Optional.empty(), allowed, false),
        type);
  }

  /** The same option, which had another key before. */
  HostOption formerly(String key) {
    return new HostOption(
        new OptionDescription(
            description.key(),
            description.type(),
            description.defaultValue(),
            description.description(),
            Optional.of(key),
            description.allowed(),
            description.secret()),
        type);
  }

  String key() {
    return description.key();
  }

  /**
   * The value of what was written.
   *
   * @throws IllegalArgumentException saying in words what is expected
   */
  Object read(Object written) {
    Object value = type.read(written);
    if (description.allowed().isEmpty() || description.allowed().contains(value)) {
      return value;
    }
    throw new IllegalArgumentException(
        "one of " + String.join(", ", description.allowed()) + " is expected");
  }
}
