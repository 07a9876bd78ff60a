package hotshoe.inventory.expression;

import hotshoe.inventory.expression.Arguments.Given;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A filter, a test, a method or a function: what it is called, what it takes and what it does.
 *
 * @param name its name
 * @param parameters names of what it takes, with blanks between; {@code *} for any number, {@code
 *     **} for any names
 * @param takesMissing whether its first value may be undefined
 * @param body what it does
 */
record Function(String name, List<String> parameters, boolean takesMissing, Body body) {

  /** What it does. */
  interface Body {
    Object of(Call call);
  }

  static Function of(String name, String parameters, Body body) {
    List<String> names = parameters.isEmpty() ? List.of() : List.of(parameters.split(" "));
    return new Function(name, names, false, body);
  }

  /** One whose value may be undefined. */
  Function lenient() {
    return new Function(name, parameters, true, body);
  }

  /** Does it. */
  Object apply(Scope scope, Object value, Given given) {
    scope.budget().step();
    if (!takesMissing) {
      Kinds.defined(value);
    }
    return body.of(new Call(scope, value, bound(given), rest(given), more(given)));
  }

  private boolean takesRest() {
    return parameters.contains("*");
  }

  private int places() {
    return (int) parameters.stream().takeWhile(name -> !name.startsWith("*")).count();
  }

  private Map<String, Object> bound(Given given) {
    int places = places();
    if (given.plain().size() > places && !takesRest()) {
      throw Failure.wrong(
          name
              + "() takes "
              + (places + 1)
              + " positional arguments but "
              + (given.plain().size() + 1)
              + " were given");
    }
    Map<String, Object> bound = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(places, given.plain().size()); i++) {
      bound.put(parameters.get(i), given.plain().get(i));
    }
    given.named().forEach((key, value) -> bind(bound, key, value));
    return bound;
  }

  private void bind(Map<String, Object> bound, String key, Object value) {
    if (parameters.contains(key)) {
      if (bound.put(key, value) != null) {
        throw Failure.wrong(name + "() got multiple values for argument '" + key + "'");
      }
    } else if (!parameters.contains("**")) {
      throw Failure.wrong(name + "() got an unexpected keyword argument '" + key + "'");
    }
  }

  private List<Object> rest(Given given) {
    int places = places();
    return given.plain().size() <= places
        ? List.of()
        : new ArrayList<>(given.plain().subList(places, given.plain().size()));
  }

  private Map<String, Object> more(Given given) {
    Map<String, Object> more = new LinkedHashMap<>(given.named());
    parameters.forEach(more::remove);
    return more;
  }
}
