package hotshoe.inventory.expression;

import hotshoe.inventory.expression.Arguments.Given;
import hotshoe.inventory.value.Table;
import hotshoe.type.NothingValue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls of methods and of the functions that are always there. */
final class Calls {

  /** Functions that are there without being variables. */
  static final Set<String> FUNCTIONS =
      Set.of(
          "range",
          "dict",
          "lipsum",
          "cycler",
          "joiner",
          "namespace",
          "lookup",
          "query",
          "q",
          "now",
          "undef");

  private static final Set<String> LOOKUPS = Set.of("lookup", "query", "q");

  private Calls() {}

  static Object call(Scope scope, Object callee, Given given) {
    scope.budget().step();
    Kinds.defined(callee);
    if (!(callee instanceof Method method)) {
      throw Failure.wrong("'" + Kinds.of(callee) + "' object is not callable");
    }
    return method.self() == NothingValue.NOTHING
        ? function(scope, method.name(), given)
        : method(scope, method, given);
  }

  private static Object method(Scope scope, Method method, Given given) {
    Map<String, Function> known =
        method.self() instanceof String
            ? TextMethods.ALL
            : method.self() instanceof Map ? ValueMethods.OF_MAPS : ValueMethods.OTHERS;
    Function function = known.get(method.name());
    if (function == null) {
      throw Failure.notAvailable(
          "the method '" + method.name() + "' of " + Kinds.of(method.self()));
    }
    Object value = function.apply(scope, method.self(), given);
    return value == method.self() && value instanceof String text
        ? new StringBuilder(text).toString()
        : value;
  }

  private static Object function(Scope scope, String name, Given given) {
    if (LOOKUPS.contains(name)) {
      Object first = given.plain().isEmpty() ? "" : given.plain().get(0);
      throw Failure.wrong(
          "The lookup `" + first + "` was found, however lookups were disabled from templating");
    }
    return switch (name) {
      case "range" -> range(given);
      case "dict" -> map(scope, given);
      case "undef" -> new Undefined(hint(given));
      default -> throw Failure.notAvailable("the function '" + name + "'");
    };
  }

  private static String hint(Given given) {
    Object hint =
        given.named().getOrDefault("hint", given.plain().isEmpty() ? "" : given.plain().get(0));
    return hint instanceof String text && !text.isEmpty()
        ? text
        : "Mandatory variable has not been overridden";
  }

  private static Object range(Given given) {
    List<Object> numbers = given.plain();
    if (!given.named().isEmpty() || numbers.isEmpty() || numbers.size() > 3) {
      throw Failure.wrong("range expected 1 to 3 arguments, got " + numbers.size());
    }
    long first = bound(numbers.get(0));
    if (numbers.size() == 1) {
      return Items.range(0, first, 1);
    }
    long step = numbers.size() == 3 ? bound(numbers.get(2)) : 1;
    return Items.range(first, bound(numbers.get(1)), step);
  }

  private static long bound(Object value) {
    Kinds.defined(value);
    if (!(value instanceof Long number)) {
      if (value instanceof Boolean truth) {
        return truth ? 1 : 0;
      }
      throw Failure.wrong("'" + Kinds.of(value) + "' object cannot be interpreted as an integer");
    }
    if (Math.abs(number) > 1L << 60) {
      throw Failure.tooMuch("a range has too many numbers");
    }
    return number;
  }

  private static Object map(Scope scope, Given given) {
    Table.Builder table = new Table.Builder();
    if (given.plain().size() > 1) {
      throw Failure.wrong("dict expected at most 1 argument, got " + given.plain().size());
    }
    for (Object source : given.plain()) {
      if (source instanceof Map<?, ?> map) {
        map.forEach((key, value) -> Items.put(table, key, value));
      } else {
        pairs(scope, source, table);
      }
    }
    given.named().forEach((key, value) -> Items.put(table, key, value));
    return table.build();
  }

  private static void pairs(Scope scope, Object source, Table.Builder table) {
    for (Object pair : Items.of(scope.budget(), source)) {
      List<Object> both = Items.of(scope.budget(), pair);
      if (both.size() != 2) {
        throw Failure.wrong("dictionary update sequence element has length " + both.size());
      }
      Items.put(table, both.get(0), both.get(1));
    }
  }
}
