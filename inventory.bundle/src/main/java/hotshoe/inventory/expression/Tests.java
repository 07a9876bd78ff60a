package hotshoe.inventory.expression;

import hotshoe.inventory.VaultText;
import hotshoe.problem.Nearest;
import hotshoe.type.NothingValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may stand behind {@code is}: the tests of Jinja2 and those of ansible-core. */
final class Tests {

  private static final Map<String, Function> ALL = all();

  private Tests() {}

  /** The test of this name. */
  static Function named(String name) {
    Function test = ALL.get(name.replaceFirst("^ansible\\.(builtin|legacy)\\.", ""));
    if (test == null) {
      String nearest = Nearest.to(name, ALL.keySet());
      throw Failure.notAvailable(Filters.unknown("test", name, nearest));
    }
    return test;
  }

  private static Map<String, Function> all() {
    Map<String, Function> all = new LinkedHashMap<>();
    ofKinds(all);
    ofValues(all);
    ofResults(all);
    comparisons(all);
    all.putAll(PatternTests.ALL);
    return Map.copyOf(all);
  }

  private static void add(Map<String, Function> all, Function function) {
    all.put(function.name(), function);
  }

  private static void kind(Map<String, Function> all, String name, Function.Body body) {
    add(all, Function.of(name, "", body).lenient());
  }

  private static void ofKinds(Map<String, Function> all) {
    kind(all, "defined", c -> !(c.value() instanceof Undefined));
    kind(all, "undefined", c -> c.value() instanceof Undefined);
    kind(all, "none", c -> c.value() == NothingValue.NOTHING);
    kind(all, "boolean", c -> c.value() instanceof Boolean);
    kind(all, "true", c -> c.value().equals(true));
    kind(all, "false", c -> c.value().equals(false));
    kind(all, "integer", c -> Kinds.isWhole(c.value()));
    kind(all, "float", c -> c.value() instanceof Double);
    kind(all, "number", c -> Kinds.isNumber(c.value()));
    kind(all, "string", c -> c.value() instanceof String);
    kind(all, "mapping", c -> c.value() instanceof Map);
    kind(all, "callable", c -> c.value() instanceof Method);
    kind(all, "escaped", c -> false);
    kind(all, "vault_encrypted", c -> c.value() instanceof VaultText);
    add(all, Function.of("iterable", "", c -> Items.isIterable(c.value())));
    add(
        all,
        Function.of(
                "sequence",
                "",
                c ->
                    Items.isIterable(c.value())
                        && !(c.value() instanceof View view && !view.kind().equals("range")))
            .lenient());
  }

  private static void ofValues(Map<String, Function> all) {
    add(all, Function.of("odd", "", c -> rest(c, 2L).equals(1L)));
    add(all, Function.of("even", "", c -> Comparing.areEqual(c.budget(), rest(c, 2L), 0L)));
    add(
        all,
        Function.of(
            "divisibleby", "num", c -> Comparing.areEqual(c.budget(), rest(c, c.get("num")), 0L)));
    add(all, Function.of("lower", "", c -> TextMethods.isCase(c.printed(), true)));
    add(all, Function.of("upper", "", c -> TextMethods.isCase(c.printed(), false)));
    add(all, Function.of("in", "seq", c -> Comparing.isIn(c.budget(), c.value(), c.get("seq"))));
    add(
        all,
        Function.of(
            "contains", "value", c -> Comparing.isIn(c.budget(), c.get("value"), c.value())));
    add(all, Function.of("sameas", "other", Tests::isSame).lenient());
    add(all, Function.of("filter", "", Tests::isFilter));
    add(all, Function.of("test", "", c -> ALL.containsKey(c.text())));
    add(all, Function.of("any", "", c -> c.items().stream().anyMatch(Kinds::isTrue)));
    add(all, Function.of("all", "", c -> c.items().stream().allMatch(Kinds::isTrue)));
    add(all, Function.of("truthy", "convert_bool", c -> isTruthy(c)));
    add(all, Function.of("falsy", "convert_bool", c -> !isTruthy(c)));
    add(all, Function.of("nan", "", c -> c.value() instanceof Double number && number.isNaN()));
    add(all, Function.of("isnan", "", c -> c.value() instanceof Double number && number.isNaN()));
    for (String name : List.of("subset", "issubset")) {
      add(all, Function.of(name, "b", c -> set(c, c.get("b")).containsAll(set(c, c.value()))));
    }
    for (String name : List.of("superset", "issuperset")) {
      add(all, Function.of(name, "b", c -> set(c, c.value()).containsAll(set(c, c.get("b")))));
    }
    add(all, Function.of("abs", "", c -> c.text().startsWith("/")));
    add(all, Function.of("is_abs", "", c -> c.text().startsWith("/")));
  }

  private static Object rest(Call call, Object by) {
    return Operators.binary(call.budget(), "%", call.value(), by);
  }

  /** At home, asking for one that does not exist fails. */
  private static Object isFilter(Call call) {
    if (!Filters.isKnown(call.text())) {
      throw Failure.wrong("Could not load '" + call.text() + "'");
    }
    return true;
  }

  /** Values have no identity here, other than those that are always the same. */
  private static Object isSame(Call call) {
    Object value = call.value();
    Object other = call.get("other");
    boolean isSingle = value instanceof Boolean || value == NothingValue.NOTHING;
    boolean isOtherSingle = other instanceof Boolean || other == NothingValue.NOTHING;
    if (isSingle || isOtherSingle || !Kinds.of(value).equals(Kinds.of(other))) {
      return value.equals(other);
    }
    throw Failure.notAvailable("'sameas' for values of kind " + Kinds.of(value));
  }

  private static boolean isTruthy(Call call) {
    boolean isWord = call.isTrue("convert_bool", false) && call.value() instanceof String;
    if (isWord) {
      String word = Texts.lower(Texts.stripped(call.text()));
      if (Set.of("n", "no", "off", "0", "false", "f", "0.0").contains(word)) {
        return false;
      }
    }
    return Kinds.isTrue(call.value());
  }

  private static Set<Object> set(Call call, Object value) {
    Set<Object> set = new HashSet<>();
    Items.of(call.budget(), value).forEach(item -> set.add(Comparing.comparable(item)));
    return set;
  }

  private static void ofResults(Map<String, Function> all) {
    for (String name : List.of("failed", "failure")) {
      add(all, Function.of(name, "", c -> result(c, "failed")));
    }
    for (String name : List.of("succeeded", "success", "successful")) {
      add(all, Function.of(name, "", c -> !Kinds.isTrue(result(c, "failed"))));
    }
    add(all, Function.of("unreachable", "", c -> result(c, "unreachable")));
    add(all, Function.of("reachable", "", c -> !Kinds.isTrue(result(c, "unreachable"))));
    for (String name : List.of("skipped", "skip")) {
      add(all, Function.of(name, "", c -> result(c, "skipped")));
    }
  }

  private static Object result(Call call, String name) {
    if (!(call.value() instanceof Map<?, ?> map)) {
      throw Failure.wrong("The '" + name + "' test expects a dictionary");
    }
    return map.containsKey(name) ? map.get(name) : false;
  }

  private static void comparisons(Map<String, Function> all) {
    compare(all, "==", "==", "eq", "equalto");
    compare(all, "!=", "!=", "ne");
    compare(all, "<", "<", "lt", "lessthan");
    compare(all, "<=", "<=", "le");
    compare(all, ">", ">", "gt", "greaterthan");
    compare(all, ">=", ">=", "ge");
  }

  private static void compare(Map<String, Function> all, String operator, String... names) {
    for (String name : names) {
      add(
          all,
          Function.of(
              name,
              "other",
              c -> Operators.compare(c.budget(), operator, c.value(), c.get("other"))));
    }
  }
}
