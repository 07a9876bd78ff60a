package hotshoe.inventory.named;

import hotshoe.inventory.Inventory;
import hotshoe.problem.Problem;
import java.time.Instant;
import java.util.List;

/**
 * A good reading.
 *
 * @param inventory what it gave, with all additions
 * @param warnings what was told with it
 * @param read when it began
 */
record Answer(Inventory inventory, List<Problem> warnings, Instant read) {
  Answer {
    warnings = List.copyOf(warnings);
  }
}
