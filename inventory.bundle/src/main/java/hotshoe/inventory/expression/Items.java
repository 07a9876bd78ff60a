package hotshoe.inventory.expression;

import hotshoe.inventory.value.Table;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Going through values, counting what they hold and taking parts of them, as Python does. */
final class Items {

  private Items() {}

  /** What one goes through: letters, items or keys. */
  static List<Object> of(Budget budget, Object value) {
    if (value instanceof Undefined missing && missing.isEmpty()) {
      return List.of();
    }
    Kinds.defined(value);
    if (value instanceof List<?> list) {
      budget.steps(list.size());
      return Collections.unmodifiableList(list);
    }
    if (value instanceof Tuple tuple) {
      budget.steps(tuple.items().size());
      return tuple.items();
    }
    if (value instanceof View view) {
      budget.steps(view.items().size());
      return view.items();
    }
    if (value instanceof Map<?, ?> map) {
      budget.items(map.size());
      return new ArrayList<>(map.keySet());
    }
    if (value instanceof String text) {
      return letters(budget, text);
    }
    throw Failure.wrong("'" + Kinds.of(value) + "' object is not iterable");
  }

  static List<Object> letters(Budget budget, String text) {
    budget.items(text.length());
    List<Object> letters = new ArrayList<>(text.length());
    text.codePoints().forEach(letter -> letters.add(Character.toString(letter)));
    return letters;
  }

  /** Whether one can go through it. */
  static boolean isIterable(Object value) {
    return value instanceof List
        || value instanceof Map
        || value instanceof Tuple
        || value instanceof View
        || value instanceof String;
  }

  /** How many there are. */
  static long length(Object value) {
    Kinds.defined(value);
    if (value instanceof String text) {
      return text.codePointCount(0, text.length());
    }
    if (value instanceof List<?> list) {
      return list.size();
    }
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    if (value instanceof Tuple tuple) {
      return tuple.items().size();
    }
    if (value instanceof View view) {
      return view.items().size();
    }
    throw Failure.wrong("object of type '" + Kinds.of(value) + "' has no len()");
  }

  /** Numbers from one to another; they take no room. */
  static View range(long start, long end, long step) {
    if (step == 0) {
      throw Failure.wrong("range() arg 3 must not be zero");
    }
    double many = Math.ceil(((double) end - (double) start) / step);
    int size = (int) Math.max(0, Math.min(many, Integer.MAX_VALUE));
    String text = "range(" + start + ", " + end + (step == 1 ? "" : ", " + step) + ")";
    List<Object> numbers =
        new AbstractList<>() {
          @Override
          public Object get(int index) {
            return start + index * step;
          }

          @Override
          public int size() {
            return size;
          }
        };
    return new View("range", numbers, text);
  }

  /** What is at a place of a list, a text or the like; counted from the end if negative. */
  static Object at(List<?> items, Object place) {
    int index = Numbers.index(place, "indices");
    int real = index < 0 ? index + items.size() : index;
    if (real < 0 || real >= items.size()) {
      throw Failure.wrong("index out of range");
    }
    return items.get(real);
  }

  /** The letter at a place. */
  static String at(String text, Object place) {
    int index = Numbers.index(place, "string indices");
    int size = text.codePointCount(0, text.length());
    int real = index < 0 ? index + size : index;
    if (real < 0 || real >= size) {
      throw Failure.wrong("string index out of range");
    }
    return Character.toString(text.codePointAt(text.offsetByCodePoints(0, real)));
  }

  /** A slice of a text, a list or a tuple. */
  static Object slice(Budget budget, Object value, Bounds bounds) {
    if (value instanceof Undefined) {
      return value;
    }
    Kinds.mustBePlain(value);
    if (value instanceof String text) {
      StringBuilder part = new StringBuilder();
      int[] letters = text.codePoints().toArray();
      budget.letters(letters.length);
      for (int i : bounds.places(letters.length)) {
        part.appendCodePoint(letters[i]);
      }
      return part.toString();
    }
    if (value instanceof List<?> list) {
      return picked(budget, list, bounds);
    }
    if (value instanceof Tuple tuple) {
      return Tuple.of(picked(budget, tuple.items(), bounds));
    }
    if (value instanceof View view && view.kind().equals("range")) {
      throw Failure.notAvailable("a part of a range; make a list of it first");
    }
    throw Failure.wrong("'" + Kinds.of(value) + "' object is not subscriptable");
  }

  private static List<Object> picked(Budget budget, List<?> list, Bounds bounds) {
    int[] places = bounds.places(list.size());
    budget.items(places.length);
    List<Object> part = new ArrayList<>(places.length);
    for (int i : places) {
      part.add(list.get(i));
    }
    return part;
  }

  /** A map of these; what stands twice keeps its first place and its last value. */
  static Table.Builder put(Table.Builder table, Object key, Object value) {
    table.put(Comparing.key(key), value, 0);
    return table;
  }

  /** A list that nobody changes. */
  static List<Object> list(List<?> items) {
    return Collections.unmodifiableList(items);
  }
}
