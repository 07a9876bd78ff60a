package hotshoe.shell.command;

import hotshoe.problem.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant with a name that nobody carries. */
final class Candidates {

  private static final int MOST = 5;

  private Candidates() {}

  /** The names that hold this text, or the one that is nearest to it; at most five. */
  static List<String> of(String text, Collection<String> known) {
    String part = text.toLowerCase(Locale.ROOT);
    List<String> holding =
        part.isBlank()
            ? List.of()
            : known.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(part))
                .limit(MOST)
                .toList();
    String nearest = Nearest.to(text, known);
    return holding.isEmpty() && !nearest.isEmpty() ? List.of(nearest) : holding;
  }

  /** The same as advice: {@code did you mean a or b?}; the other text when there are none. */
  static String advice(String text, Collection<String> known, String otherwise) {
    List<String> candidates = of(text, known);
    return candidates.isEmpty()
        ? otherwise
        : "did you mean " + String.join(" or ", candidates) + "?";
  }
}
