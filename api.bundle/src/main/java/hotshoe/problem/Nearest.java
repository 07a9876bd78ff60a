package hotshoe.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what somebody probably meant. */
public final class Nearest {

  private Nearest() {}

  /**
   * The known word that is nearest to a given one, or empty when none is near: at most a third of
   * its letters may differ.
   */
  public static String to(String given, Collection<String> known) {
    String word = given.toLowerCase(Locale.ROOT);
    if (word.length() > 100) {
      return "";
    }
    return known.stream()
        .filter(candidate -> candidate.length() <= 100)
        .filter(c -> distance(word, c.toLowerCase(Locale.ROOT)) <= Math.max(1, word.length() / 3))
        .min(Comparator.comparingInt(c -> distance(word, c.toLowerCase(Locale.ROOT))))
        .orElse("");
  }

  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
