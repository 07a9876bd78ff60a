package hotshoe.inventory.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A map out of a source that knows the line of every key. Immutable, small, in the order in which
 * keys were first written. Keys are told apart as Python does it: 1, 1.0 and true are one key.
 */
public final class Table extends AbstractMap<Object, Object> {

  private static final int FEW = 8;
  private static final Table EMPTY = new Table(new Object[0], new Object[0], new int[0], Map.of());

  private final Object[] keys;
  private final Object[] values;
  private final int[] lines;
  private final Map<Object, Integer> places;

  private Table(Object[] keys, Object[] values, int[] lines, Map<Object, Integer> places) {
    this.keys = keys;
    this.values = values;
    this.lines = lines;
    this.places = places;
  }

  /** A map with nothing in it. */
  public static Table empty() {
    return EMPTY;
  }

  @Override
  public int size() {
    return keys.length;
  }

  /** The key at this place. */
  public Object key(int place) {
    return keys[place];
  }

  /** The value at this place. */
  public Object value(int place) {
    return values[place];
  }

  /** The line of the key at this place; 0 where nobody knows. */
  public int line(int place) {
    return lines[place];
  }

  @Override
  public Object get(Object key) {
    int place = place(keys, keys.length, places, key);
    return place < 0 ? null : values[place]; // null: why: Map says so
  }

  @Override
  public boolean containsKey(Object key) {
    return place(keys, keys.length, places, key) >= 0;
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return new Entries();
  }

  private static int place(Object[] keys, int size, Map<Object, Integer> places, Object key) {
    if (size > FEW) {
      return places.getOrDefault(comparable(key), -1);
    }
    Object wanted = comparable(key);
    for (int i = 0; i < size; i++) {
      if (comparable(keys[i]).equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  private static Object comparable(Object key) {
    if (key instanceof String) {
      return key;
    }
    if (key instanceof Boolean truth) {
      return truth ? 1L : 0L;
    }
    boolean isWhole =
        key instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e18;
    return isWhole ? (Object) ((Double) key).longValue() : key;
  }

  private final class Entries extends AbstractSet<Entry<Object, Object>> {
    @Override
    public int size() {
      return keys.length;
    }

    @Override
    public Iterator<Entry<Object, Object>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < keys.length;
        }

        @Override
        public Entry<Object, Object> next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          next++;
          return Map.entry(keys[next - 1], values[next - 1]);
        }
      };
    }
  }

  /** Takes keys and values one after another. */
  public static final class Builder {

    private Object[] keys = new Object[4];
    private Object[] values = new Object[4];
    private int[] lines = new int[4];
    private Map<Object, Integer> places = Map.of();
    private int size;

    /** Adds or replaces a value; answers whether the key was there. */
    public boolean put(Object key, Object value, int line) {
      int place = place(keys, size, places, key);
      if (place >= 0) {
        values[place] = value;
        lines[place] = line;
        return true;
      }
      append(key, value, line);
      return false;
    }

    private void append(Object key, Object value, int line) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, size * 2);
        values = Arrays.copyOf(values, size * 2);
        lines = Arrays.copyOf(lines, size * 2);
      }
      keys[size] = key;
      values[size] = value;
      lines[size] = line;
      size++;
      if (size > FEW) {
        index();
      }
    }

    private void index() {
      if (places.isEmpty()) {
        places = new HashMap<>(size * 4);
        for (int i = 0; i < size - 1; i++) {
          places.put(comparable(keys[i]), i);
        }
      }
      places.put(comparable(keys[size - 1]), size - 1);
    }

    /** Adds everything of another map under what is put later. */
    public void putAll(Map<?, ?> other, int line) {
      if (other instanceof Table table) {
        for (int i = 0; i < table.size(); i++) {
          put(table.key(i), table.value(i), table.line(i));
        }
      } else {
        other.forEach((key, value) -> put(key, value, line));
      }
    }

    /** The map, another one each time: YAML tells maps apart. This builder is used up. */
    public Table build() {
      return new Table(
          Arrays.copyOf(keys, size),
          Arrays.copyOf(values, size),
          Arrays.copyOf(lines, size),
          places);
    }
  }
}
