package hotshoe.inventory.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands between the brackets of a call.
 *
 * @param plain one after another
 * @param named with their names
 * @param more a list of more
 * @param moreNamed a map of more
 */
record Arguments(
    List<Node> plain, Map<String, Node> named, Optional<Node> more, Optional<Node> moreNamed) {

  static final Arguments NONE =
      new Arguments(List.of(), Map.of(), Optional.empty(), Optional.empty());

  static Arguments of(Node only) {
    return new Arguments(List.of(only), Map.of(), Optional.empty(), Optional.empty());
  }

  /** Their values. */
  Given values(Scope scope) {
    List<Object> values = new ArrayList<>();
    plain.forEach(node -> values.add(node.value(scope)));
    more.ifPresent(node -> values.addAll(Items.of(scope.budget(), node.value(scope))));
    Map<String, Object> names = new LinkedHashMap<>();
    named.forEach((name, node) -> names.put(name, node.value(scope)));
    moreNamed.ifPresent(node -> addAll(node.value(scope), names));
    return new Given(values, names);
  }

  private static void addAll(Object value, Map<String, Object> names) {
    if (!(value instanceof Map<?, ?> map)) {
      throw Failure.wrong("argument after ** must be a mapping, not " + Kinds.of(value));
    }
    map.forEach(
        (name, each) -> {
          if (!(name instanceof String text)) {
            throw Failure.wrong("keywords must be strings");
          }
          names.put(text, each);
        });
  }

  /**
   * Values of a call.
   *
   * @param plain one after another
   * @param named with their names
   */
  record Given(List<Object> plain, Map<String, Object> named) {
    static final Given NONE = new Given(List.of(), Map.of());
  }
}
