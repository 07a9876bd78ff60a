package hotshoe.cloudstack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a manifest in canonical form, read by paths; what may be absent and is, is empty.
 *
 * @param value records are maps in it
 */
record Given(Map<?, ?> value) {

  Optional<Object> find(String... path) {
    Object found = value;
    for (String key : path) {
      found = found instanceof Map<?, ?> map ? map.get(key) : null; // null: nothing is in nothing
      found = found instanceof Optional<?> optional ? optional.orElse(null) : found;
    }
    return Optional.ofNullable(found);
  }

  /** A text, or an empty one. */
  String text(String... path) {
    return (String) find(path).orElse("");
  }

  Optional<String> optional(String... path) {
    return find(path).map(String.class::cast);
  }

  boolean flag(String... path) {
    return (boolean) find(path).orElse(false);
  }

  @SuppressWarnings("unchecked") // the canonical form of a map of texts
  Map<String, String> texts(String... path) {
    return (Map<String, String>) find(path).orElse(Map.of());
  }

  List<Given> records(String... path) {
    return ((List<?>) find(path).orElse(List.of()))
        .stream().map(item -> new Given((Map<?, ?>) item)).toList();
  }
}
