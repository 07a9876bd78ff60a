package hotshoe.inventory.pattern;

import hotshoe.inventory.Host;
import hotshoe.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One pattern with the places that it takes of what matches: {@code web[0]}, {@code web[1:3]}.
 *
 * @param expression what hosts must match
 * @param places which of them, in the order in which they match; all, where nothing is said
 * @param hasDash whether the places are written with a dash, as old texts have them
 */
record Subscript(String expression, Optional<Places> places, boolean hasDash) {

  private static final Pattern SUBSCRIPTED =
      Pattern.compile("(?s)(.+)\\[(?:(-?[0-9]+)|([0-9]+)([:-])([0-9]*))\\]");

  /**
   * Places, counted from 0.
   *
   * @param first the first one; below 0, counted from the end
   * @param last the last one, taken as well; empty for the first one alone
   */
  record Places(long first, Optional<Long> last) {}

  /** Takes a pattern apart that begins with neither {@code &} nor {@code !}. */
  static Subscript of(String pattern) {
    Matcher matcher = SUBSCRIPTED.matcher(pattern);
    if (pattern.startsWith("~") || !matcher.matches()) {
      return new Subscript(pattern, Optional.empty(), false);
    }
    if (matcher.group(2) != null) {
      Places one = new Places(number(matcher.group(2)), Optional.empty());
      return new Subscript(matcher.group(1), Optional.of(one), false);
    }
    String end = matcher.group(5);
    long last = end.isEmpty() ? Long.MAX_VALUE : number(end);
    // at home, 0 as the last place is taken for no last place at all: web[1:0] is web[1]
    Places range =
        new Places(number(matcher.group(3)), last == 0 ? Optional.empty() : Optional.of(last));
    return new Subscript(matcher.group(1), Optional.of(range), matcher.group(4).equals("-"));
  }

  /** No inventory has places that such numbers could tell apart. */
  private static long number(String digits) {
    return digits.length() > 15 ? Long.MAX_VALUE / 2 : Long.parseLong(digits);
  }

  /** Those of the matching hosts that are meant. */
  List<Host> of(String pattern, List<Host> matching) throws ProblemException {
    if (places.isEmpty() || matching.isEmpty()) {
      return matching;
    }
    long size = matching.size();
    long first = places.get().first();
    long from = first < 0 ? first + size : first;
    if (places.get().last().isPresent()) {
      long to = Math.min(places.get().last().get(), size - 1);
      return from > to ? List.of() : matching.subList((int) from, (int) to + 1);
    }
    if (from < 0 || from >= size) {
      throw PatternProblems.noSuchPlace(pattern, expression, size);
    }
    return List.of(matching.get((int) from));
  }
}
