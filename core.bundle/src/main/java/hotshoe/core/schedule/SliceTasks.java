package hotshoe.core.schedule;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.schedule.Action;
import hotshoe.schedule.BackgroundTasks;
import hotshoe.schedule.OnStop;
import hotshoe.slice.SliceName;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one-off work of one slice (row INM-28). Safe for use by many threads. */
public final class SliceTasks implements BackgroundTasks {

  private static final Logger LOG = LoggerFactory.getLogger(SliceTasks.class);

  private final SliceName owner;
  private final Runs runs;

  /** Performs tasks in the workers, which it does not end. */
  public SliceTasks(SliceName owner, Executor workers) {
    this.owner = owner;
    this.runs = new Runs(owner, workers);
  }

  @Override
  public Future<?> run(String name, OnStop onStop, Action action) {
    Run run =
        new Run(
            Objects.requireNonNull(name, "name"),
            Objects.requireNonNull(onStop, "onStop"),
            Objects.requireNonNull(action, "action"));
    if (!runs.begin(run, cause -> failed(name, cause), () -> {})) {
      throw refused(name);
    }
    return run;
  }

  private void failed(String name, Throwable cause) {
    Problem problem =
        Problem.error(
                "HS-SCHEDULE-001", "the background task '" + name + "' of " + owner + " failed")
            .because(cause.toString());
    LOG.error("{}", problem.sentence(), cause);
  }

  private IllegalStateException refused(String name) {
    Problem problem =
        Problem.warning("HS-SCHEDULE-002", "the background task '" + name + "' was not begun")
            .because(owner + " has stopped, or the host is stopping");
    LOG.warn("{}", problem.sentence());
    return new IllegalStateException(problem.sentence(), new ProblemException(problem));
  }

  /**
   * Waits for the tasks that are to be awaited, then interrupts the others; refuses new ones from
   * now on. Calling it again waits for what is still left.
   *
   * @param limit how long all of it may take; an awaited task that takes longer is interrupted
   * @return one problem for each task that did not end
   */
  public List<Problem> stop(Duration limit) {
    runs.close();
    long begun = System.nanoTime();
    runs.await(OnStop.AWAIT, limit.minus(Runs.reserveOf(limit)));
    runs.cancel(OnStop.CANCEL);
    runs.cancel(OnStop.AWAIT);
    return runs.awaitAll(limit.minusNanos(System.nanoTime() - begun));
  }
}
