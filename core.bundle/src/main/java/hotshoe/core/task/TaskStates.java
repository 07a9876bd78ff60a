package hotshoe.core.task;

import hotshoe.problem.Problem;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskState;

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
    return outcome.problems().stream().findFirst().map(Problem::code).orElse("");
  }

  /** The last sentence, or the latest words on the progress. */
  static String message(TaskOutcome outcome, String latest) {
    if (outcome instanceof TaskOutcome.Succeeded succeeded) {
      return succeeded.message().isEmpty() ? latest : succeeded.message();
    }
    return outcome.problems().stream().findFirst().map(Problem::what).orElse(latest);
  }
}
