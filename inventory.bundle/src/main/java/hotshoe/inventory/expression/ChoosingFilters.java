package hotshoe.inventory.expression;

import hotshoe.inventory.expression.Arguments.Given;
import hotshoe.type.NothingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Filters that choose: among values, or items of a list; and those that apply others. */
final class ChoosingFilters {

  static final Map<String, Function> ALL =
      ValueMethods.table(
          Function.of("default", "default_value boolean", ChoosingFilters::usual).lenient(),
          Function.of("d", "default_value boolean", ChoosingFilters::usual).lenient(),
          Function.of("mandatory", "msg", ChoosingFilters::mandatory).lenient(),
          Function.of("ternary", "true_val false_val none_val", ChoosingFilters::ternary),
          Function.of("map", "* **", ChoosingFilters::map),
          Function.of("select", "* **", c -> choose(c, false, true)),
          Function.of("reject", "* **", c -> choose(c, false, false)),
          Function.of("selectattr", "* **", c -> choose(c, true, true)),
          Function.of("rejectattr", "* **", c -> choose(c, true, false)),
          Function.of("attr", "name", ChoosingFilters::attribute).lenient(),
          Function.of("extract", "container morekeys", ChoosingFilters::extract));

  private ChoosingFilters() {}

  private static Object usual(Call call) {
    boolean isReplaced =
        call.value() instanceof Undefined
            || (call.isTrue("boolean", false) && !Kinds.isTrue(call.value()));
    return isReplaced ? call.get("default_value", "") : call.value();
  }

  private static Object mandatory(Call call) {
    if (call.value() instanceof Undefined missing) {
      throw Failure.undefined(
          call.isSet("msg") ? call.printed("msg", "") : "Mandatory variable: " + missing.why());
    }
    return call.value();
  }

  private static Object ternary(Call call) {
    call.get("false_val");
    if (call.value() == NothingValue.NOTHING && call.isSet("none_val")) {
      return call.get("none_val");
    }
    return Kinds.isTrue(call.value()) ? call.get("true_val") : call.get("false_val");
  }

  private static Object map(Call call) {
    if (!Kinds.isTrue(call.value())) {
      return List.of();
    }
    List<Object> mapped = new ArrayList<>();
    if (call.rest().isEmpty() && call.more().containsKey("attribute")) {
      call.more().keySet().stream()
          .filter(key -> !key.equals("attribute") && !key.equals("default"))
          .findFirst()
          .ifPresent(ChoosingFilters::unexpected);
      Optional<Object> usual = Optional.ofNullable(call.more().get("default"));
      Getter getter = Getter.of(call.more().get("attribute"), usual);
      call.items().forEach(item -> mapped.add(getter.of(call.budget(), item)));
      return call.made(mapped);
    }
    if (call.rest().isEmpty()) {
      throw Failure.wrong("map requires a filter argument");
    }
    Function filter = Filters.named(call.print(call.rest().get(0)));
    Given given = new Given(call.rest().subList(1, call.rest().size()), call.more());
    call.items().forEach(item -> mapped.add(call.apply(filter, item, given)));
    return call.made(mapped);
  }

  private static void unexpected(String key) {
    throw Failure.wrong("Unexpected keyword argument '" + key + "'");
  }

  private static Object choose(Call call, boolean byAttribute, boolean isKept) {
    if (!Kinds.isTrue(call.value())) {
      return List.of();
    }
    List<Object> given = call.rest();
    if (byAttribute && given.isEmpty()) {
      throw Failure.wrong("Missing parameter for attribute name");
    }
    Getter getter = byAttribute ? Getter.of(given.get(0)) : Getter.WHOLE;
    List<Object> test = given.subList(byAttribute ? 1 : 0, given.size());
    Predicate<Object> condition = condition(call, test);
    List<Object> chosen = new ArrayList<>();
    for (Object item : call.items()) {
      if (condition.test(getter.of(call.budget(), item)) == isKept) {
        chosen.add(item);
      }
    }
    return call.made(chosen);
  }

  private static Predicate<Object> condition(Call call, List<Object> test) {
    if (test.isEmpty()) {
      return Kinds::isTrue;
    }
    Function named = Tests.named(call.print(test.get(0)));
    Given given = new Given(test.subList(1, test.size()), call.more());
    return item -> Kinds.isTrue(call.apply(named, item, given));
  }

  private static Object attribute(Call call) {
    String name = call.text("name");
    if (call.value() instanceof Map<?, ?> map && map.containsKey(name)) {
      boolean isMethod = Attributes.attribute(call.budget(), map, name) instanceof Method;
      return isMethod
          ? Attributes.attribute(call.budget(), map, name)
          : new Undefined("'dict object' has no attribute '" + name + "'");
    }
    return Attributes.attribute(call.budget(), call.value(), name);
  }

  private static Object extract(Call call) {
    Object value = Attributes.item(call.budget(), call.get("container"), call.value());
    if (!call.isSet("morekeys")) {
      return value;
    }
    Object more = call.get("morekeys");
    List<?> keys = more instanceof List<?> list ? list : List.of(more);
    for (Object key : keys) {
      value = Attributes.item(call.budget(), value, key);
    }
    return value;
  }
}
