package hotshoe.inventory.expression;

import java.util.List;

/**
 * A list that never changes and prints with round brackets.
 *
 * @param items what it holds
 * @param names what its items can be called, if they have names
 */
record Tuple(List<Object> items, List<String> names) {

  static Tuple of(List<Object> items) {
    return new Tuple(items, List.of());
  }

  static Tuple of(Object... items) {
    return of(List.of(items));
  }
}
