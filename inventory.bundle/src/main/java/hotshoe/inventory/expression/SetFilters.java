package hotshoe.inventory.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Filters that take lists for sets. */
final class SetFilters {

  static final Map<String, Function> ALL =
      ValueMethods.table(
          Function.of("intersect", "b", c -> chosen(c, true)),
          Function.of("difference", "b", c -> chosen(c, false)),
          Function.of("union", "b", SetFilters::union),
          Function.of("symmetric_difference", "b", SetFilters::exclusive));

  private SetFilters() {}

  /** Two texts or tuples would become a set, whose order nobody knows. */
  private static void mustBeLists(Call call) {
    Object other = Kinds.defined(call.get("b"));
    if (isHashable(call.value()) && isHashable(other)) {
      Items.of(call.budget(), call.value());
      Items.of(call.budget(), other);
      throw Failure.notAvailable(
          "sets of " + Kinds.of(call.value()) + "; make lists of them first");
    }
  }

  private static boolean isHashable(Object value) {
    return !(value instanceof List || value instanceof Map || value instanceof View);
  }

  private static Object chosen(Call call, boolean isIn) {
    mustBeLists(call);
    List<Object> chosen = new ArrayList<>();
    for (Object item : call.items()) {
      if (Comparing.isIn(call.budget(), item, call.get("b")) == isIn) {
        chosen.add(item);
      }
    }
    return distinct(call, chosen);
  }

  private static Object union(Call call) {
    mustBeLists(call);
    Object both = Operators.binary(call.budget(), "+", call.value(), call.get("b"));
    return distinct(call, Items.of(call.budget(), both));
  }

  private static Object exclusive(Call call) {
    List<Object> all = Items.of(call.budget(), union(call));
    List<?> shared = (List<?>) chosen(call, true);
    return without(call, all, shared);
  }

  /** What is in one list and not in the other. */
  static List<Object> without(Call call, List<?> items, List<?> others) {
    List<Object> left = new ArrayList<>();
    for (Object item : items) {
      if (!Comparing.isIn(call.budget(), item, others)) {
        left.add(item);
      }
    }
    return left;
  }

  /** Each item once, at its first place. */
  static List<Object> distinct(Call call, List<Object> items) {
    boolean areKeys = items.stream().allMatch(SetFilters::isKey);
    if (areKeys) {
      java.util.Set<Object> seen = new java.util.HashSet<>();
      return call.made(
          items.stream().filter(item -> seen.add(Comparing.comparable(item))).toList());
    }
    List<Object> kept = new ArrayList<>();
    for (Object item : items) {
      if (!Comparing.isIn(call.budget(), item, kept)) {
        kept.add(item);
      }
    }
    return call.made(kept);
  }

  private static boolean isKey(Object value) {
    return isHashable(value) && !(value instanceof Tuple);
  }
}
