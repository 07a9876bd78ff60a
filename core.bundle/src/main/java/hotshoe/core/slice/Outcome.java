package hotshoe.core.slice;

import hotshoe.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How one phase of one slice ended. */
sealed interface Outcome {

  /** How long it took. */
  Duration took();

  /** It returned, possibly with something to complain of. */
  record Done(Duration took, List<Problem> problems) implements Outcome {}

  /** It threw. */
  record Threw(Duration took, Throwable thrown) implements Outcome {}

  /**
   * It was given up and its thread left alone.
   *
   * @param stuck where the thread is, in words
   */
  record Overran(Duration took, String stuck) implements Outcome {}

  /** It was called off before it began. */
  record NotBegun() implements Outcome {
    @Override
    public Duration took() {
      return Duration.ZERO;
    }
  }

  /** Whether the slice has done what it was asked to. */
  default boolean isDone() {
    return this instanceof Done;
  }

  /** Everything that went wrong. */
  default List<Problem> problems(Arrival arrival, Phase phase) {
    if (this instanceof Done done) {
      return done.problems();
    }
    return problem(arrival, phase).map(List::of).orElse(List.of());
  }

  private Optional<Problem> problem(Arrival arrival, Phase phase) {
    String owner = arrival.offer().owner();
    if (this instanceof Threw threw) {
      return Optional.of(SliceProblems.threw(arrival.name(), phase, owner, threw.thrown()));
    }
    if (this instanceof Overran over) {
      return Optional.of(
          SliceProblems.overran(arrival.name(), phase, owner, over.took(), over.stuck()));
    }
    return Optional.empty();
  }
}
