package hotshoe.inventory.model;

import hotshoe.inventory.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What all variables of one inventory share: the names of their sources, and the shapes. A place in
 * a source is one number.
 */
final class Book {

  final Shape empty = Shape.empty();

  private final List<String> sources = new ArrayList<>(List.of(""));
  private final Map<String, Integer> numbers = new HashMap<>(Map.of("", 0));

  /** One that goes its own way from now on; the numbers of this one mean the same in it. */
  Book copy() {
    Book copy = new Book();
    copy.sources.clear();
    copy.sources.addAll(sources);
    copy.numbers.putAll(numbers);
    return copy;
  }

  /** The number of this place. */
  long place(String source, int line) {
    int number = numbers.computeIfAbsent(source, this::added);
    return ((long) number << 32) | line;
  }

  /** The place with this number. */
  Origin origin(long place) {
    return new Origin(sources.get((int) (place >>> 32)), (int) place);
  }

  private int added(String source) {
    sources.add(source);
    return sources.size() - 1;
  }
}
