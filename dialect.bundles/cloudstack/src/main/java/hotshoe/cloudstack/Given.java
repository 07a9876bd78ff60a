package hotshoe.cloudstack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a manifest in canonical form, read by paths; what may be absent and is, is empty.
 *
 * @param value records are maps in it
 */
public record Given(Map<?, ?> value) {

  /** What stands at this path, if anything does. */
  public Optional<Object> find(String... path) {
    Object found = value;
    for (String key : path) {
      found = found instanceof Map<?, ?> map ? map.get(key) : null; // null: nothing is in nothing
      found = found instanceof Optional<?> optional ? optional.orElse(null) : found;
    }
    return Optional.ofNullable(found);
  }

  /** A text, or an empty one. */
  public String text(String... path) {
    return (String) find(path).orElse("");
  }

  /** A text, if there is one. */
  public Optional<String> optional(String... path) {
    return find(path).map(String.class::cast);
  }

  /** A flag; false where it is not said. */
  public boolean flag(String... path) {
    return (boolean) find(path).orElse(false);
  }

  /** A map of texts, or an empty one. */
  @SuppressWarnings("unchecked") // the canonical form of a map of texts
  public Map<String, String> texts(String... path) {
    return (Map<String, String>) find(path).orElse(Map.of());
  }

  /** The records of a list, or none. */
  public List<Given> records(String... path) {
    return ((List<?>) find(path).orElse(List.of()))
        .stream().map(item -> new Given((Map<?, ?>) item)).toList();
  }
}
