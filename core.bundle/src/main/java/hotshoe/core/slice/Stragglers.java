package hotshoe.core.slice;

import hotshoe.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Slices that were in their prestart or start when the host had to stop, and whose threads were
 * given up. They count as stopped, but what they do goes on.
 *
 * @param runner knows the threads that are missing
 * @param before those that were missing already before the stop
 */
record Stragglers(PhaseRunner runner, Set<PhaseRun> before) {

  /** A thread that heeds its interruption needs a moment to end. */
  private static final Duration MOMENT = Duration.ofMillis(200);

  private static final long PAUSE = Duration.ofMillis(5).toNanos();

  /** One problem for each, after a moment. */
  List<Problem> leftOnTheWayUp() {
    long end = System.nanoTime() + MOMENT.toNanos();
    while (!onTheWayUp().isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE);
    }
    return onTheWayUp().stream().map(Stragglers::leftBehind).toList();
  }

  private List<PhaseRun> onTheWayUp() {
    return runner.missing().stream()
        .filter(run -> !before.contains(run))
        .filter(run -> run.phase() == Phase.PRESTART || run.phase() == Phase.START)
        .toList();
  }

  private static Problem leftBehind(PhaseRun run) {
    Arrival arrival = run.arrival();
    Step step = run.phase() == Phase.START ? Step.STARTING : Step.PRESTARTING;
    return SliceProblems.leftBehind(arrival.name(), arrival.offer().owner(), step);
  }
}
