package hotshoe.inventory.expression;

import hotshoe.type.NothingValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes something out of values: {@code a.b.0} of each.
 *
 * @param parts names and places, one behind another
 * @param usual what holds where nothing is there
 */
record Getter(List<Object> parts, Optional<Object> usual) {

  /** The value itself. */
  static final Getter WHOLE = new Getter(List.of(), Optional.empty());

  static Getter of(Object attribute) {
    return of(attribute, Optional.empty());
  }

  static Getter of(Object attribute, Optional<Object> usual) {
    Optional<Object> set = usual.filter(value -> value != NothingValue.NOTHING);
    if (attribute == NothingValue.NOTHING) {
      return new Getter(List.of(), set);
    }
    if (!(attribute instanceof String path)) {
      return new Getter(List.of(attribute), set);
    }
    List<Object> parts =
        Arrays.stream(path.split("\\.", -1))
            .map(part -> isPlace(part) ? (Object) Long.valueOf(part) : part)
            .toList();
    return new Getter(parts, set);
  }

  /** Several, with commas between. */
  static List<Getter> several(Object attribute) {
    if (!(attribute instanceof String paths)) {
      return List.of(of(attribute));
    }
    return Arrays.stream(paths.split(",", -1)).map(path -> of((Object) path)).toList();
  }

  private static boolean isPlace(String part) {
    return !part.isEmpty()
        && part.length() < 10
        && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  Object of(Budget budget, Object value) {
    Object found = value;
    for (Object part : parts) {
      found = Attributes.item(budget, found, part);
      if (found instanceof Undefined && usual.isPresent()) {
        found = usual.get();
      }
    }
    return found;
  }

  /** The same, with texts in small letters unless their case counts. */
  Object of(Budget budget, Object value, boolean isCaseSensitive) {
    Object found = of(budget, value);
    return !isCaseSensitive && found instanceof String text ? Texts.lower(text) : found;
  }

  static List<Object> all(
      Budget budget, List<Getter> getters, Object value, boolean isCaseSensitive) {
    List<Object> all = new ArrayList<>();
    getters.forEach(getter -> all.add(getter.of(budget, value, isCaseSensitive)));
    return all;
  }
}
