package hotshoe.inventory.named;

import hotshoe.inventory.NamedInventory.State;
import hotshoe.inventory.source.Footprint;
import hotshoe.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an inventory stands: its last good answer, and what came of the latest attempt to read it.
 *
 * @param answer the last good answer
 * @param version how many changes there were
 * @param looked what the latest attempt looked at
 * @param attempted when that was
 * @param failed since when attempts fail
 * @param reasons why the latest attempt failed
 */
record Standing(
    Optional<Answer> answer,
    long version,
    Footprint looked,
    Instant attempted,
    Optional<Instant> failed,
    List<Problem> reasons) {

  Standing {
    reasons = List.copyOf(reasons);
  }

  /** Nobody has asked yet. */
  static Standing unread() {
    return new Standing(
        Optional.empty(), 0, new Footprint(), Instant.EPOCH, Optional.empty(), List.of());
  }

  /** The same after a good reading, with so many changes. */
  Standing answered(Answer good, long changes, Footprint footprint) {
    return new Standing(
        Optional.of(good), changes, footprint, good.read(), Optional.empty(), List.of());
  }

  /** The same with another answer that was made of this one, without reading anything. */
  Standing with(Answer other, long changes) {
    return new Standing(Optional.of(other), changes, looked, attempted, failed, reasons);
  }

  /** The same after an attempt that failed. */
  Standing failed(List<Problem> why, Footprint footprint, Instant time) {
    return new Standing(answer, version, footprint, time, failed.or(() -> Optional.of(time)), why);
  }

  State state() {
    if (answer.isEmpty()) {
      return failed.isEmpty() ? State.UNREAD : State.BROKEN;
    }
    return failed.isEmpty() ? State.CURRENT : State.STALE;
  }

  List<Problem> problems() {
    return failed.isPresent() ? reasons : answer.map(Answer::warnings).orElse(List.of());
  }
}
