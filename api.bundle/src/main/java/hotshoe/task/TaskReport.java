package hotshoe.task;

import hotshoe.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A task as it stands at one moment. Holds no argument values.
 *
 * @param id its identifier; later tasks have greater ones
 * @param operation the operation's whole name, or what was asked for when there is none
 * @param subject the resource acted on, or empty
 * @param caller who asked
 * @param door through which door
 * @param state where it stands
 * @param progress 0 to 1
 * @param message the latest words on its progress, or its last sentence
 * @param output what it wrote, the last 64 Ki characters
 * @param errorOutput what it wrote as errors, the last 64 Ki characters
 * @param result the result's plain form with secrets hidden, as JSON; empty when there is none
 * @param errorCode a declared error's code, a problem's code, or empty
 * @param problems why it was refused or failed
 * @param created when it was asked for
 * @param started when it began to run
 * @param ended when it ended
 * @param parent the task that started it, or empty
 * @param owner the node that runs it; {@code local} on a single node
 * @param attempt 1 for the first
 */
public record TaskReport(
    String id,
    String operation,
    String subject,
    String caller,
    String door,
    TaskState state,
    double progress,
    String message,
    String output,
    String errorOutput,
    String result,
    String errorCode,
    List<Problem> problems,
    Instant created,
    Optional<Instant> started,
    Optional<Instant> ended,
    String parent,
    String owner,
    int attempt) {
  public TaskReport {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(state, "state");
    problems = List.copyOf(problems);
  }
}
