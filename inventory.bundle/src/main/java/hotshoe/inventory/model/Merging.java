package hotshoe.inventory.model;

import hotshoe.inventory.Variables;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a later value meets an earlier one (row AN-18). */
public enum Merging {
  /** The later value holds. */
  REPLACE {
    @Override
    Object both(Object earlier, Object later) {
      return later;
    }
  },
  /** Maps are merged, level by level; of everything else the later value holds, lists included. */
  MERGE {
    @Override
    Object both(Object earlier, Object later) {
      return earlier instanceof Map<?, ?> first && later instanceof Map<?, ?> second
          ? merged(first, second)
          : later;
    }
  };

  abstract Object both(Object earlier, Object later);

  /** Lays variables over those that are there. */
  public void lay(Map<Object, Object> below, Variables above) {
    if (this == REPLACE) {
      above.forEach(below::put);
    } else {
      above.forEach((name, value) -> below.merge(name, value, this::both));
    }
  }

  /** Lays variables over those that are there. */
  public void lay(Map<Object, Object> below, Map<?, ?> above) {
    above.forEach((name, value) -> below.merge(name, value, this::both));
  }

  private static Object merged(Map<?, ?> first, Map<?, ?> second) {
    Map<Object, Object> both = new LinkedHashMap<>(first);
    MERGE.lay(both, second);
    return both;
  }
}
