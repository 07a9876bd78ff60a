package hotshoe.core.task;

import hotshoe.problem.Problem;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import java.util.List;

/**
 * Makes tasks of calls. Every call is one, also the refused ones. Safe for use by many threads; a
 * service within this bundle only.
 *
 * <p>The control that a work is given does everything but {@code start}: sub-tasks are calls, so
 * the catalogue begins them, as orders that name the parent. Once cancelled or over its limit a
 * task has that outcome, whatever its work returns later.
 */
public interface TaskRuns {

  /**
   * Begins a task on a thread of the host's and returns at once. Its limit counts from the moment
   * it runs; until then it may wait for its turn, or it is refused when too many wait.
   */
  TaskHandle start(TaskOrder order);

  /**
   * Runs a task on this thread, which may wait for its turn no longer than the task's limit. Within
   * another task it is a sub-task of that one, unless the order names another parent.
   */
  TaskOutcome run(TaskOrder order);

  /** A task that ended before it began. */
  TaskHandle refuse(TaskOrder order, List<Problem> problems);
}
