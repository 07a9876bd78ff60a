package hotshoe.shell.text;

import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Lines between two rows that belong together: one item with all that it is joined to. */
final class Net {

  private final int id;
  private final Map<Item, Integer> upper = new LinkedHashMap<>();
  private final Map<Item, Integer> lower = new LinkedHashMap<>();

  Net(int id, List<Item> upper, List<Item> lower) {
    this.id = id;
    upper.forEach(item -> this.upper.put(item, -1));
    lower.forEach(item -> this.lower.put(item, -1));
  }

  int id() {
    return id;
  }

  /** The columns at which lines leave the upper row, by item. */
  Map<Item, Integer> upper() {
    return upper;
  }

  /** The columns at which lines reach the lower row, by item. */
  Map<Item, Integer> lower() {
    return lower;
  }

  boolean isStraight() {
    IntSummaryStatistics span = span();
    return span.getMin() == span.getMax();
  }

  IntSummaryStatistics span() {
    return IntStream.concat(
            upper.values().stream().mapToInt(c -> c), lower.values().stream().mapToInt(c -> c))
        .summaryStatistics();
  }

  /** Whether this net must lie above the other, because it comes from where the other goes. */
  boolean mustBeAbove(Net other) {
    return id != other.id && upper.values().stream().anyMatch(other.lower::containsValue);
  }

  /** Whether both can lie in one track. */
  boolean isApartFrom(Net other) {
    return span().getMax() + 1 < other.span().getMin()
        || other.span().getMax() + 1 < span().getMin();
  }

  static Comparator<Net> byLowerEnds() {
    return Comparator.comparingDouble(net -> mean(net.lower));
  }

  static Comparator<Net> byUpperEnds() {
    return Comparator.comparingDouble(net -> mean(net.upper));
  }

  private static double mean(Map<Item, Integer> ends) {
    return ends.keySet().stream().mapToDouble(Item::centre).average().orElse(0);
  }
}
