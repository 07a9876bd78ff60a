package hotshoe.inventory.expression;

import hotshoe.type.NothingValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The methods of maps, lists, tuples, numbers and moments that change nothing. */
final class ValueMethods {

  static final Map<String, Function> OF_MAPS =
      table(
          Function.of("get", "key default", ValueMethods::get),
          Function.of("keys", "", c -> view("dict_keys", c, new ArrayList<>(map(c).keySet()))),
          Function.of("values", "", c -> view("dict_values", c, new ArrayList<>(map(c).values()))),
          Function.of("items", "", c -> view("dict_items", c, pairs(map(c)))),
          Function.of("copy", "", c -> c.value()));

  static final Map<String, Function> OTHERS =
      table(
          Function.of("count", "value", ValueMethods::count),
          Function.of("index", "value", ValueMethods::index),
          Function.of("copy", "", c -> c.value()),
          Function.of("bit_length", "", c -> (long) Numbers.whole(c.value()).abs().bitLength()),
          Function.of("conjugate", "", c -> Numbers.plus(c.value(), 0L)),
          Function.of("is_integer", "", ValueMethods::isInteger),
          Function.of("isoformat", "sep", c -> iso(c)));

  private ValueMethods() {}

  static Map<String, Function> table(Function... functions) {
    Map<String, Function> table = new LinkedHashMap<>();
    for (Function function : functions) {
      table.put(function.name(), function);
    }
    return Map.copyOf(table);
  }

  private static Map<?, ?> map(Call call) {
    return (Map<?, ?>) call.value();
  }

  private static Object get(Call call) {
    Object key = Comparing.key(call.get("key"));
    Object usual = call.get("default", NothingValue.NOTHING);
    return map(call).containsKey(key) ? map(call).get(key) : usual;
  }

  static List<Object> pairs(Map<?, ?> map) {
    List<Object> pairs = new ArrayList<>();
    map.forEach((key, value) -> pairs.add(Tuple.of(key, value)));
    return pairs;
  }

  private static View view(String kind, Call call, List<Object> items) {
    call.budget().items(items.size());
    return new View(kind, items, kind + "(" + Letters.repr(call.budget(), items) + ")");
  }

  private static Object count(Call call) {
    Object wanted = call.get("value");
    return call.items().stream()
        .filter(item -> Comparing.areEqual(call.budget(), item, wanted))
        .count();
  }

  private static Object index(Call call) {
    List<Object> items = call.items();
    for (int i = 0; i < items.size(); i++) {
      if (Comparing.areEqual(call.budget(), items.get(i), call.get("value"))) {
        return (long) i;
      }
    }
    throw Failure.wrong("the value is not in list");
  }

  private static Object isInteger(Call call) {
    if (!(call.value() instanceof Double number)) {
      throw Failure.notAvailable("the method 'is_integer' of int");
    }
    return number == Math.rint(number) && !Double.isInfinite(number);
  }

  private static Object iso(Call call) {
    return Moments.iso(call.value(), call.text("sep", "T").charAt(0));
  }
}
