package hotshoe.core.schedule;

import hotshoe.problem.Problem;
import hotshoe.schedule.Action;
import hotshoe.schedule.BackgroundTasks;
import hotshoe.schedule.OnStop;
import hotshoe.slice.SliceName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** The one-off work of one slice. */
public final class SliceTasks implements BackgroundTasks {

  private final SliceName owner;
  private final Executor workers;

  /** Performs tasks in the workers, which it does not end. */
  public SliceTasks(SliceName owner, Executor workers) {
    this.owner = owner;
    this.workers = workers;
  }

  @Override
  public Future<?> run(String name, OnStop onStop, Action action) {
    throw new UnsupportedOperationException("not yet: " + owner + workers);
  }

  /**
   * Waits for the tasks that are to be awaited, then interrupts the others; refuses new ones from
   * now on.
   *
   * @return one problem for each task that did not end within the limit
   */
  public List<Problem> stop(Duration limit) {
    return List.of();
  }
}
