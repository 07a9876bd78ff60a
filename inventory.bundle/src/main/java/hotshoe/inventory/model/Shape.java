package hotshoe.inventory.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names of variables in the order in which they were set, shared by everything that has the
 * same ones: a host keeps only its values.
 */
final class Shape {

  /** Whatever has more names keeps them by itself. */
  static final int LARGEST = 48;

  private static final int FEW = 8;

  private final Object[] names;
  private final Map<Object, Integer> places;
  private final Map<Object, Shape> next = new HashMap<>(2);

  private Shape(Object[] names) {
    this.names = names;
    this.places = names.length > FEW ? places(names) : Map.of();
  }

  /** No names yet. */
  static Shape empty() {
    return new Shape(new Object[0]);
  }

  int size() {
    return names.length;
  }

  Object name(int place) {
    return names[place];
  }

  void addTo(java.util.Set<Object> all) {
    all.addAll(java.util.Arrays.asList(names));
  }

  /** The place of a name, or -1. */
  int place(Object name) {
    if (names.length > FEW) {
      return Optional.ofNullable(places.get(name)).orElse(-1);
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The same with one more name, which must be new. */
  Shape with(Object name) {
    return next.computeIfAbsent(name, this::extended);
  }

  private Shape extended(Object name) {
    Object[] more = java.util.Arrays.copyOf(names, names.length + 1);
    more[names.length] = name;
    return new Shape(more);
  }

  private static Map<Object, Integer> places(Object[] names) {
    Map<Object, Integer> places = new HashMap<>(names.length * 2);
    for (int i = 0; i < names.length; i++) {
      places.put(names[i], i);
    }
    return places;
  }
}
