package hotshoe.core.task;

import hotshoe.problem.Problem;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskState;
import java.util.List;

/** What an outcome means in a report. */
final class TaskStates {

  private TaskStates() {}

  static TaskState of(TaskOutcome outcome) {
    if (outcome instanceof TaskOutcome.Succeeded) {
      return TaskState.SUCCEEDED;
    }
    if (outcome instanceof TaskOutcome.Failed) {
      return TaskState.FAILED;
    }
    if (outcome instanceof TaskOutcome.Cancelled) {
      return TaskState.CANCELLED;
    }
    return outcome instanceof TaskOutcome.TimedOut ? TaskState.TIMED_OUT : TaskState.REFUSED;
  }

  /** The declared error's code, or the first problem's. */
  static String code(TaskOutcome outcome) {
    if (outcome instanceof TaskOutcome.Failed failed) {
      return failed.code();
    }
    List<Problem> problems = outcome.problems();
    return problems.isEmpty() ? "" : problems.get(0).code();
  }

  /** The last sentence, or the latest words on the progress. */
  static String message(TaskOutcome outcome, String latest) {
    if (outcome instanceof TaskOutcome.Succeeded succeeded) {
      return succeeded.message().isEmpty() ? latest : succeeded.message();
    }
    List<Problem> problems = outcome.problems();
    return problems.isEmpty() ? latest : problems.get(0).what();
  }
}
