package hotshoe.inventory.expression;

import hotshoe.inventory.value.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Filters that take or make maps. */
final class MapFilters {

  static final Map<String, Function> ALL =
      ValueMethods.table(
          Function.of("items", "", MapFilters::items).lenient(),
          Function.of("dictsort", "case_sensitive by reverse", MapFilters::sorted),
          Function.of("dict2items", "key_name value_name", MapFilters::toItems),
          Function.of("items2dict", "key_name value_name", MapFilters::fromItems),
          Function.of("combine", "* recursive list_merge", MapFilters::combine),
          Function.of("subelements", "subelements skip_missing", MapFilters::elements),
          Function.of("rekey_on_member", "key duplicates", MapFilters::rekey));

  private static final Set<String> MERGES =
      Set.of("replace", "keep", "append", "prepend", "append_rp", "prepend_rp");

  private MapFilters() {}

  private static Map<?, ?> map(Object value, String what) {
    if (Kinds.defined(value) instanceof Map<?, ?> map) {
      return map;
    }
    throw Failure.wrong(what + " requires a dictionary, got " + Kinds.of(value) + " instead.");
  }

  private static Object items(Call call) {
    return call.value() instanceof Undefined
        ? List.of()
        : call.made(ValueMethods.pairs(map(call.value(), "items")));
  }

  private static Object sorted(Call call) {
    String by = call.text("by", "key");
    if (!by.equals("key") && !by.equals("value")) {
      throw Failure.wrong("You can only sort by either \"key\" or \"value\"");
    }
    Getter getter = Getter.of(by.equals("key") ? 0L : 1L);
    boolean isCaseSensitive = call.isTrue("case_sensitive", false);
    int sign = call.isTrue("reverse", false) ? -1 : 1;
    List<Object> pairs = ValueMethods.pairs(map(call.value(), "dictsort"));
    pairs.sort(
        (one, other) -> {
          Object left = getter.of(call.budget(), one, isCaseSensitive);
          Object right = getter.of(call.budget(), other, isCaseSensitive);
          int order = Comparing.order(call.budget(), left, right, "<");
          return order >= 2 ? 0 : sign * order;
        });
    return call.made(pairs);
  }

  private static Object toItems(Call call) {
    List<Object> items = new ArrayList<>();
    map(call.value(), "dict2items")
        .forEach(
            (key, value) -> {
              Table.Builder item = new Table.Builder();
              Items.put(item, call.get("key_name", "key"), key);
              Items.put(item, call.get("value_name", "value"), value);
              items.add(item.build());
            });
    return call.made(items);
  }

  private static Object fromItems(Call call) {
    if (call.value() instanceof Map || call.value() instanceof String) {
      throw Failure.wrong(
          "items2dict requires a list, got " + Kinds.of(call.value()) + " instead.");
    }
    Table.Builder table = new Table.Builder();
    for (Object item : call.items()) {
      Map<?, ?> map = map(item, "items2dict");
      Items.put(
          table,
          value(map, call.get("key_name", "key")),
          value(map, call.get("value_name", "value")));
    }
    return table.build();
  }

  private static Object value(Map<?, ?> map, Object key) {
    if (!map.containsKey(Comparing.key(key))) {
      throw Failure.wrong("a dictionary in the list has no key '" + key + "'");
    }
    return map.get(key);
  }

  private static Object combine(Call call) {
    String lists = call.text("list_merge", "replace");
    if (!MERGES.contains(lists)) {
      throw Failure.wrong("merge_hash: 'list_merge' argument can only be one of " + MERGES);
    }
    List<Object> given = new ArrayList<>(List.of(call.value()));
    given.addAll(call.rest());
    List<Object> maps = new ArrayList<>();
    SequenceFilters.flatten(call, given, 1, true, maps);
    maps.forEach(MapFilters::mustBeDefined);
    if (maps.isEmpty()) {
      return Table.empty();
    }
    if (maps.size() == 1) {
      return maps.get(0);
    }
    boolean isRecursive = call.isTrue("recursive", false);
    Map<?, ?> result = map(maps.get(maps.size() - 1), "combine");
    for (int i = maps.size() - 2; i >= 0; i--) {
      result = merged(call, map(maps.get(i), "combine"), result, isRecursive, lists);
    }
    return result;
  }

  private static void mustBeDefined(Object value) {
    Kinds.defined(value);
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(MapFilters::mustBeDefined);
    } else if (value instanceof List<?> list) {
      list.forEach(MapFilters::mustBeDefined);
    }
  }

  private static Map<?, ?> merged(
      Call call, Map<?, ?> low, Map<?, ?> high, boolean isRecursive, String lists) {
    boolean isSame = low.isEmpty() || Comparing.areEqual(call.budget(), low, high);
    if (isSame) {
      return high;
    }
    call.budget().items(low.size() + (long) high.size());
    Table.Builder both = new Table.Builder();
    low.forEach((key, value) -> both.put(key, value, 0));
    high.forEach(
        (key, value) -> {
          boolean meets = low.containsKey(key) && !(lists.equals("replace") && !isRecursive);
          both.put(key, meets ? met(call, low.get(key), value, isRecursive, lists) : value, 0);
        });
    return both.build();
  }

  private static Object met(Call call, Object low, Object high, boolean isRecursive, String lists) {
    if (low instanceof Map<?, ?> first && high instanceof Map<?, ?> second) {
      return isRecursive ? merged(call, first, second, true, lists) : high;
    }
    if (!(low instanceof List<?> first) || !(high instanceof List<?> second)) {
      return high;
    }
    return switch (lists) {
      case "keep" -> low;
      case "append" -> Operators.binary(call.budget(), "+", first, second);
      case "prepend" -> Operators.binary(call.budget(), "+", second, first);
      case "append_rp" ->
          Operators.binary(call.budget(), "+", SetFilters.without(call, first, second), second);
      case "prepend_rp" ->
          Operators.binary(call.budget(), "+", second, SetFilters.without(call, first, second));
      default -> high;
    };
  }

  private static Object elements(Call call) {
    List<Object> elements =
        call.value() instanceof Map<?, ?> map ? new ArrayList<>(map.values()) : list(call.value());
    Object path = call.get("subelements");
    List<Object> keys =
        path instanceof String text ? List.of((Object[]) text.split("\\.", -1)) : list(path);
    List<Object> found = new ArrayList<>();
    for (Object element : elements) {
      for (Object value : list(inner(call, element, keys))) {
        found.add(Tuple.of(element, value));
      }
    }
    return call.made(found);
  }

  private static Object inner(Call call, Object element, List<Object> keys) {
    Object value = element;
    for (Object key : keys) {
      if (!(value instanceof Map<?, ?> map)) {
        throw Failure.wrong("the key " + key + " should point to a dictionary");
      }
      if (!map.containsKey(Comparing.key(key))) {
        if (call.isTrue("skip_missing", false)) {
          return List.of();
        }
        throw Failure.wrong("could not find '" + key + "' key in iterated item");
      }
      value = map.get(key);
    }
    return value;
  }

  private static List<Object> list(Object value) {
    if (Kinds.defined(value) instanceof List<?> list) {
      return Items.list(list);
    }
    throw Failure.wrong("a list is needed, not " + Kinds.of(value));
  }

  private static Object rekey(Call call) {
    String duplicates = call.text("duplicates", "error");
    List<?> items =
        call.value() instanceof Map<?, ?> map ? List.copyOf(map.values()) : list(call.value());
    Table.Builder table = new Table.Builder();
    for (Object item : items) {
      Object key = value(map(item, "rekey_on_member"), call.get("key"));
      boolean isAgain = table.put(Comparing.key(key), item, 0);
      if (isAgain && !duplicates.equals("overwrite")) {
        throw Failure.wrong(
            "Key " + call.print(key) + " is not unique, cannot correctly turn into dict");
      }
    }
    return table.build();
  }
}
