package hotshoe.core.operation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Arguments that hold still: what the keys of a map were when it was decided who may give them is
 * what the handler gets, whatever the caller does to the map meanwhile (row XA-37).
 */
final class Still {

  /** Stands for a map that could not be read; it is of no type. */
  private static final Object UNREADABLE = new Object();

  private Still() {}

  /** The same with copies of the maps among its values. */
  static Map<String, Object> of(Map<String, Object> arguments) {
    Map<String, Object> still = new LinkedHashMap<>(arguments);
    still.replaceAll((name, value) -> value instanceof Map<?, ?> map ? copy(map) : value);
    return still;
  }

  private static Object copy(Map<?, ?> map) {
    try {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, value) -> copy.put(key == null ? null : key.toString(), value));
      return copy.size() == map.size() ? copy : UNREADABLE;
    } catch (RuntimeException | StackOverflowError changedMeanwhile) {
      return UNREADABLE;
    }
  }
}
