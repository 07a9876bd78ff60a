package hotshoe.core.task;

import hotshoe.problem.Problem;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import java.util.List;

/**
 * Makes tasks of calls. Every call is one, also the refused ones. Safe for use by many threads; a
 * service within this bundle only.
 */
public interface TaskRuns {

  /** Begins a task on a thread of the host's and returns at once. */
  TaskHandle start(TaskOrder order);

  /** Runs a task on this thread. */
  TaskOutcome run(TaskOrder order);

  /** A task that ended before it began. */
  TaskHandle refuse(TaskOrder order, List<Problem> problems);
}
