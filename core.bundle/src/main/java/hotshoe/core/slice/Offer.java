package hotshoe.core.slice;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.slice.SliceDescription;
import hotshoe.slice.SliceName;
import java.time.Duration;
import java.util.List;

/**
 * A slice as it was offered.
 *
 * @param description what it says of itself
 * @param extension who brings it
 * @param owner the same for people, with the bundle's version
 * @param source how to get an instance
 * @param faults what is wrong with the offer itself; with any, it is refused
 */
record Offer(
    SliceDescription description,
    ExtensionName extension,
    String owner,
    SliceSource source,
    List<Problem> faults) {

  private static final Duration LONGEST = Duration.ofDays(365);

  Offer {
    faults = List.copyOf(faults);
  }

  SliceName name() {
    return description.name();
  }

  /** Whether the other says the same of itself. */
  boolean isLike(Offer other) {
    return description.equals(other.description) && faults.equals(other.faults);
  }

  /** How long one phase may take; an absurd limit counts as a long one. */
  Duration limitOr(Duration usual) {
    Duration limit = description.limit().orElse(usual);
    return limit.compareTo(LONGEST) < 0 ? limit : LONGEST;
  }
}
