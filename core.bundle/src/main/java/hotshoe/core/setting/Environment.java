package hotshoe.core.setting;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What is stored for one environment. Immutable.
 *
 * @param name its name
 * @param values the stored form of each value, by key; keys are found whatever their case
 * @param protections why a value is protected, by key
 */
record Environment(String name, Map<String, Object> values, Map<String, String> protections) {

  Environment {
    Objects.requireNonNull(name, "name");
    values = sorted(values);
    protections = sorted(protections);
  }

  private static <V> Map<String, V> sorted(Map<String, V> map) {
    Map<String, V> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(map);
    return Collections.unmodifiableMap(copy);
  }

  static Environment empty(String name) {
    return new Environment(name, Map.of(), Map.of());
  }

  Optional<Object> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Why a value is protected, or empty. */
  String protection(String key) {
    return protections.getOrDefault(key, "");
  }

  Environment with(String key, Object value) {
    return changed(map -> map.put(key, value));
  }

  Environment without(String key) {
    return changed(map -> map.remove(key));
  }

  private Environment changed(Consumer<Map<String, Object>> change) {
    Map<String, Object> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(values);
    change.accept(copy);
    return new Environment(name, copy, protections);
  }

  /** The same, with these protections and no others. */
  Environment guarded(Map<String, String> others) {
    return new Environment(name, values, others);
  }
}
