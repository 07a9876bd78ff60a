package hotshoe.inventory;

import hotshoe.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How an inventory with a name is at one moment.
 *
 * @param definition what it is read from
 * @param state whether there is an answer, and how good it is
 * @param version how many changes there were; 0 before the first reading
 * @param read when the answer was read
 * @param failed since when reading it anew has failed; empty while it does not
 * @param hosts how many hosts there are
 * @param groups how many groups there are
 * @param additions how many additions are made again after each reading
 * @param sources what was read, and by which plugins
 * @param problems warnings of the reading, or why there is no newer answer
 */
public record NamedInventory(
    InventoryDefinition definition,
    State state,
    long version,
    Optional<Instant> read,
    Optional<Instant> failed,
    int hosts,
    int groups,
    int additions,
    List<ReadSource> sources,
    List<Problem> problems) {

  /** How good the answer is. */
  public enum State {
    /** Nobody has asked for it yet. */
    UNREAD,
    /** It is what the sources said when it was read. */
    CURRENT,
    /** It is the last good one; reading it anew fails, or a plugin that it needs is gone. */
    STALE,
    /** There is none, because reading it fails. */
    BROKEN
  }

  public NamedInventory {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(read, "read");
    Objects.requireNonNull(failed, "failed");
    sources = List.copyOf(sources);
    problems = List.copyOf(problems);
  }

  /** Its name. */
  public String name() {
    return definition.name();
  }
}
