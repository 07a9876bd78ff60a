package hotshoe.core.slice;

import hotshoe.slice.SliceName;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Nearest {

  private static final int TOO_MANY = 2000;

  private Nearest() {}

  /** The known name with the fewest slips of the pen, if there are few enough. */
  static Optional<SliceName> to(SliceName wanted, Collection<SliceName> known) {
    int tolerated = 1 + wanted.value().length() / 5;
    return known.stream()
        .limit(TOO_MANY)
        .filter(name -> Math.abs(name.value().length() - wanted.value().length()) <= tolerated)
        .filter(name -> slips(wanted.value(), name.value()) <= tolerated)
        .min(
            Comparator.<SliceName>comparingInt(name -> slips(wanted.value(), name.value()))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Letters to add, take away or change to make one of the other. */
  private static int slips(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] now = new int[other.length() + 1];
      now[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(before[j - 1] + change, 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    return before[other.length()];
  }
}
