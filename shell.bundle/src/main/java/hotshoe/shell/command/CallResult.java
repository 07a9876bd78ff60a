package hotshoe.shell.command;

import hotshoe.task.TaskReport;
import java.util.Objects;

/**
 * What a call brought.
 *
 * @param task the task that it was
 * @param message the sentence for people
 * @param result its plain form, secrets hidden; null when there is none
 */
public record CallResult(TaskReport task, String message, Object result) {
  public CallResult {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(message, "message");
  }
}
