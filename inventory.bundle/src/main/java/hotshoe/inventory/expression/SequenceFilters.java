package hotshoe.inventory.expression;

import hotshoe.type.NothingValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Filters that take lists and the like. */
final class SequenceFilters {

  private static final Object NONE = NothingValue.NOTHING;

  static final Map<String, Function> ALL =
      ValueMethods.table(
          Function.of("list", "", c -> c.made(new ArrayList<>(c.items()))),
          Function.of("length", "", c -> Items.length(c.value())),
          Function.of("count", "", c -> Items.length(c.value())),
          Function.of("first", "", SequenceFilters::first),
          Function.of("last", "", SequenceFilters::last),
          Function.of("reverse", "", SequenceFilters::reverse),
          Function.of("join", "d attribute", SequenceFilters::join),
          Function.of("sort", "reverse case_sensitive attribute", SequenceFilters::sort),
          Function.of("unique", "case_sensitive attribute", SequenceFilters::unique),
          Function.of("min", "case_sensitive attribute", c -> extreme(c, true)),
          Function.of("max", "case_sensitive attribute", c -> extreme(c, false)),
          Function.of("sum", "attribute start", SequenceFilters::sum),
          Function.of("batch", "linecount fill_with", SequenceFilters::batch),
          Function.of("slice", "slices fill_with", SequenceFilters::slices),
          Function.of("groupby", "attribute default case_sensitive", SequenceFilters::groups),
          Function.of("flatten", "levels skip_nulls", SequenceFilters::flatten),
          Function.of("zip", "*", c -> zipped(c, false)),
          Function.of("zip_longest", "* fillvalue", c -> zipped(c, true)),
          Function.of("product", "* repeat", SequenceFilters::product),
          Function.of("combinations", "r", c -> Choices.of(c, true)),
          Function.of("permutations", "r", c -> Choices.of(c, false)));

  private SequenceFilters() {}

  private static Object first(Call call) {
    List<Object> items = call.items();
    return items.isEmpty() ? new Undefined("No first item, sequence was empty.") : items.get(0);
  }

  private static Object last(Call call) {
    List<Object> items = call.items();
    return items.isEmpty()
        ? new Undefined("No last item, sequence was empty.")
        : items.get(items.size() - 1);
  }

  private static Object reverse(Call call) {
    List<Object> items = new ArrayList<>(call.items());
    Collections.reverse(items);
    if (!(call.value() instanceof String)) {
      return call.made(items);
    }
    StringBuilder text = new StringBuilder();
    items.forEach(text::append);
    return text.toString();
  }

  private static Object join(Call call) {
    Getter getter = Getter.of(call.get("attribute", NONE));
    String separator = call.printed("d", "");
    StringBuilder text = new StringBuilder();
    boolean isFirst = true;
    for (Object item : call.items()) {
      String one = call.print(getter.of(call.budget(), item));
      call.budget().letters(one.length() + (long) separator.length());
      text.append(isFirst ? "" : separator).append(one);
      isFirst = false;
    }
    return text.toString();
  }

  private static Object sort(Call call) {
    boolean isCaseSensitive = call.isTrue("case_sensitive", false);
    List<Getter> getters = Getter.several(call.get("attribute", NONE));
    return sorted(call, getters, isCaseSensitive, call.isTrue("reverse", false));
  }

  private static List<Object> sorted(
      Call call, List<Getter> getters, boolean isCaseSensitive, boolean isReverse) {
    List<Tuple> keyed = new ArrayList<>();
    for (Object item : call.items()) {
      List<Object> keys = Getter.all(call.budget(), getters, item, isCaseSensitive);
      keyed.add(Tuple.of(keys, item));
    }
    keyed.sort((one, other) -> order(call, one, other) * (isReverse ? -1 : 1));
    List<Object> sorted = new ArrayList<>();
    keyed.forEach(pair -> sorted.add(pair.items().get(1)));
    return call.made(sorted);
  }

  private static int order(Call call, Tuple one, Tuple other) {
    int order = Comparing.order(call.budget(), one.items().get(0), other.items().get(0), "<");
    return order >= 2 ? 0 : order;
  }

  static Object unique(Call call) {
    boolean isCaseSensitive = call.isTrue("case_sensitive", false);
    Getter getter = Getter.of(call.get("attribute", NONE));
    Set<Object> seen = new HashSet<>();
    List<Object> kept = new ArrayList<>();
    List<Object> items = call.items();
    for (Object item : items) {
      Object key = getter.of(call.budget(), item, isCaseSensitive);
      if (!Comparing.isHashable(key)) {
        return SetFilters.distinct(call, items);
      }
      if (seen.add(Comparing.comparable(key))) {
        kept.add(item);
      }
    }
    return call.made(kept);
  }

  private static Object extreme(Call call, boolean isLeast) {
    boolean isCaseSensitive = call.isTrue("case_sensitive", false);
    Getter getter = Getter.of(call.get("attribute", NONE));
    List<Object> items = call.items();
    if (items.isEmpty()) {
      return new Undefined("No aggregated item, sequence was empty.");
    }
    Object best = items.get(0);
    Object bestKey = getter.of(call.budget(), best, isCaseSensitive);
    for (Object item : items.subList(1, items.size())) {
      Object key = getter.of(call.budget(), item, isCaseSensitive);
      boolean isBetter =
          isLeast
              ? Comparing.compare(call.budget(), key, bestKey, "<")
              : Comparing.compare(call.budget(), key, bestKey, ">");
      if (isBetter) {
        best = item;
        bestKey = key;
      }
    }
    return best;
  }

  private static Object sum(Call call) {
    Getter getter = Getter.of(call.get("attribute", NONE));
    Object sum = call.get("start", 0L);
    if (sum instanceof String) {
      throw Failure.wrong("sum() can't sum strings [use ''.join(seq) instead]");
    }
    for (Object item : call.items()) {
      sum = Operators.binary(call.budget(), "+", sum, getter.of(call.budget(), item));
    }
    return sum;
  }

  private static Object batch(Call call) {
    int size = Numbers.index(call.get("linecount"), "linecount");
    List<Object> batches = new ArrayList<>();
    List<Object> batch = new ArrayList<>();
    for (Object item : call.items()) {
      if (batch.size() == size) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
      batch.add(item);
    }
    if (!batch.isEmpty()) {
      if (call.isSet("fill_with") && batch.size() < size) {
        call.budget().items(size);
        batch.addAll(Collections.nCopies(size - batch.size(), call.get("fill_with")));
      }
      batches.add(batch);
    }
    return call.made(batches);
  }

  private static Object slices(Call call) {
    int count = Numbers.index(call.get("slices"), "slices");
    List<Object> items = call.items();
    if (count == 0) {
      throw Failure.wrong("integer division or modulo by zero");
    }
    call.budget().items(Math.max(0, count));
    int each = Math.floorDiv(items.size(), count);
    int extra = Math.floorMod(items.size(), count);
    List<Object> slices = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < count; i++) {
      int end = start + each + (i < extra ? 1 : 0);
      List<Object> slice = new ArrayList<>(items.subList(start, end));
      if (call.isSet("fill_with") && i >= extra) {
        slice.add(call.get("fill_with"));
      }
      slices.add(slice);
      start = end;
    }
    return slices;
  }

  private static Object groups(Call call) {
    boolean isCaseSensitive = call.isTrue("case_sensitive", false);
    Getter getter = Getter.of(call.get("attribute"), Optional.of(call.get("default", NONE)));
    List<Object> sorted = sorted(call, List.of(getter), isCaseSensitive, false);
    List<Object> groups = new ArrayList<>();
    List<Object> group = new ArrayList<>();
    Object before = NONE;
    for (Object item : sorted) {
      Object key = getter.of(call.budget(), item, isCaseSensitive);
      if (group.isEmpty() || !Comparing.areEqual(call.budget(), key, before)) {
        group = new ArrayList<>();
        Object shown = getter.of(call.budget(), item);
        groups.add(new Tuple(List.of(shown, group), List.of("grouper", "list")));
      }
      group.add(item);
      before = key;
    }
    return call.made(groups);
  }

  private static Object flatten(Call call) {
    int levels =
        call.isSet("levels") ? Numbers.index(call.get("levels"), "levels") : Integer.MAX_VALUE;
    List<Object> flat = new ArrayList<>();
    flatten(call, call.items(), levels, call.isTrue("skip_nulls", true), flat);
    return flat;
  }

  static void flatten(Call call, List<?> items, int levels, boolean skips, List<Object> flat) {
    for (Object item : items) {
      call.budget().items(1);
      Kinds.defined(item);
      boolean isSkipped = skips && (item == NONE || item.equals("None") || item.equals("null"));
      boolean isList = item instanceof List || item instanceof Tuple || item instanceof View;
      if (isList && levels > 0 && !isSkipped) {
        int left = levels == Integer.MAX_VALUE ? levels : levels - 1;
        flatten(call, Items.of(call.budget(), item), left, skips, flat);
      } else if (!isSkipped) {
        flat.add(item);
      }
    }
  }

  private static Object zipped(Call call, boolean isLongest) {
    List<List<Object>> lists = new ArrayList<>();
    lists.add(call.items());
    call.rest().forEach(list -> lists.add(Items.of(call.budget(), list)));
    int shortest = lists.stream().mapToInt(List::size).min().orElse(0);
    int longest = lists.stream().mapToInt(List::size).max().orElse(0);
    Object filling = call.get("fillvalue", NONE);
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < (isLongest ? longest : shortest); i++) {
      call.budget().items(lists.size());
      List<Object> row = new ArrayList<>();
      for (List<Object> list : lists) {
        row.add(i < list.size() ? list.get(i) : filling);
      }
      rows.add(Tuple.of(row));
    }
    return rows;
  }

  private static Object product(Call call) {
    List<List<Object>> lists = new ArrayList<>();
    int times = call.number("repeat", 1);
    call.budget().items(times);
    for (int i = 0; i < times; i++) {
      lists.add(call.items());
      call.rest().forEach(list -> lists.add(Items.of(call.budget(), list)));
    }
    List<List<Object>> rows = List.of(List.of());
    for (List<Object> list : lists) {
      List<List<Object>> longer = new ArrayList<>();
      for (List<Object> row : rows) {
        for (Object item : list) {
          call.budget().items(row.size() + 1);
          List<Object> next = new ArrayList<>(row);
          next.add(item);
          longer.add(next);
        }
      }
      rows = longer;
    }
    return rows.stream().map(row -> (Object) Tuple.of(row)).toList();
  }
}
