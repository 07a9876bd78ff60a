package hotshoe.configuration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An option that somebody declared.
 *
 * @param key its key, in lower case with dashes
 * @param type {@code text}, {@code number}, {@code decimal}, {@code flag}, {@code duration}, {@code
 *     path} or {@code list}
 * @param defaultValue the value when nobody sets it, as text
 * @param description what it does, in words
 * @param predecessor the key it had before, still read with a warning (row INM-12)
 * @param allowed the only values allowed; empty means any
 * @param secret true when values must not be shown
 */
public record OptionDescription(
    String key,
    String type,
    Optional<String> defaultValue,
    String description,
    Optional<String> predecessor,
    List<String> allowed,
    boolean secret) {

  public OptionDescription {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(description, "description");
    allowed = List.copyOf(allowed);
  }
}
