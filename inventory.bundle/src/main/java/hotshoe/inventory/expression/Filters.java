package hotshoe.inventory.expression;

import hotshoe.problem.Nearest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The filters that are here, by name: those of Jinja2 and those of ansible-core. */
final class Filters {

  private static final Map<String, Function> ALL = all();

  /** What these answer is text, whatever it looks like. */
  private static final Set<String> TEXTS = Set.of("string", "to_json", "to_nice_json");

  /** These hand on the very value that they were given; of others a text is a new one. */
  private static final Set<String> PASSING =
      Set.of("default", "d", "mandatory", "truncate", "quote");

  private Filters() {}

  private static Map<String, Function> all() {
    Map<String, Function> all = new LinkedHashMap<>();
    all.putAll(SequenceFilters.ALL);
    all.putAll(ChoosingFilters.ALL);
    all.putAll(TextFilters.ALL);
    all.putAll(NumberFilters.ALL);
    all.putAll(RegexFilters.ALL);
    all.putAll(MapFilters.ALL);
    all.putAll(SetFilters.ALL);
    all.putAll(CodingFilters.ALL);
    all.putAll(PathFilters.ALL);
    return Map.copyOf(all);
  }

  static boolean isKnown(String name) {
    return ALL.containsKey(plain(name));
  }

  private static String plain(String name) {
    return name.replaceFirst("^ansible\\.(builtin|legacy)\\.", "");
  }

  /** The filter of this name. */
  static Function named(String name) {
    Function filter = ALL.get(plain(name));
    if (filter == null) {
      throw Failure.notAvailable(unknown("filter", name, Nearest.to(name, ALL.keySet())));
    }
    return new Function(
        filter.name(), filter.parameters(), filter.takesMissing(), call -> finished(call, filter));
  }

  private static Object finished(Call call, Function filter) {
    Object value = unrolled(filter.body().of(call));
    if (!(value instanceof String text)) {
      return value;
    }
    if (TEXTS.contains(filter.name())) {
      return call.scope().session().kept(text);
    }
    boolean isFresh = value != call.value() || PASSING.contains(filter.name());
    return isFresh ? value : new StringBuilder(text).toString();
  }

  static String unknown(String kind, String name, String nearest) {
    return "there is no "
        + kind
        + " named '"
        + name
        + "'"
        + (nearest.isEmpty() ? "" : "; did you mean '" + nearest + "'?");
  }

  /** What can only be gone through becomes a list. */
  static Object unrolled(Object value) {
    return value instanceof View view ? view.items() : value;
  }
}
