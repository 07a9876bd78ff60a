package hotshoe.ansible;

import java.util.List;

/** Lists in the properties of components: Declarative Services give one text for a list of one. */
final class Lists {

  private Lists() {}

  static List<String> of(Object value) {
    if (value instanceof String[] several) {
      return List.of(several);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(String.class::cast).toList();
    }
    return value instanceof String one ? List.of(one) : List.of();
  }
}
