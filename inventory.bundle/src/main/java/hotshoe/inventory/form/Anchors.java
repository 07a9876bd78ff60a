package hotshoe.inventory.form;

import hotshoe.inventory.VaultText;
import java.time.temporal.Temporal;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which values stand in several places, and are written once and referred to after that. It must be
 * shown every value in the order in which they are written, before the first one is.
 */
final class Anchors {

  private static final String ONCE = "";

  private final Map<Object, String> names = new IdentityHashMap<>();
  private final Set<String> written = new HashSet<>();
  private int last;

  /** Looks at a value and, the first time, at what is in it. */
  void look(Object value) {
    if (!mayBeShared(value)) {
      return;
    }
    String known = names.putIfAbsent(value, ONCE);
    if (known == null) {
      lookInside(value);
    } else if (known.isEmpty()) {
      last++;
      names.put(value, String.format("id%03d", last));
    }
  }

  /** Looks at the values of a map that stands in one place only. */
  void lookInside(Object value) {
    if (value instanceof Map<?, ?> map) {
      for (Object key : JsonForm.sortedOrAsRead(map)) {
        look(key);
        look(map.get(key));
      }
    } else if (value instanceof List<?> list) {
      list.forEach(this::look);
    }
  }

  /** Values that are one thing to Python however often they occur are never shared. */
  private static boolean mayBeShared(Object value) {
    return value instanceof Map<?, ?>
        || value instanceof List<?>
        || value instanceof VaultText
        || value instanceof Temporal;
  }

  /** Whether this name is used for the first time; it counts as used then. */
  boolean isFirst(String name) {
    return written.add(name);
  }

  /** The name of a value that stands in several places. */
  Optional<String> name(Object value) {
    return mayBeShared(value)
        ? Optional.ofNullable(names.get(value)).filter(name -> !name.isEmpty())
        : Optional.empty();
  }
}
