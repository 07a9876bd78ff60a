package hotshoe.core.task;

import hotshoe.caller.Caller;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.TaskControl;
import hotshoe.task.TaskOutcome;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is to be run as a task.
 *
 * @param operation the operation's whole name, or what was asked for when there is none
 * @param extension whose operation it is, for limits on how many run at a time; empty when unknown
 * @param subject the resource acted on, or empty
 * @param caller who asked
 * @param limit how long it may take
 * @param parent the task that started it
 * @param work what is to be done
 * @param ended told once, when the task has ended, on the thread that ended it; quick
 */
public record TaskOrder(
    String operation,
    Optional<ExtensionName> extension,
    String subject,
    Caller caller,
    Duration limit,
    Optional<String> parent,
    Work work,
    Consumer<Ended> ended) {

  public TaskOrder {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(extension, "extension");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(work, "work");
    Objects.requireNonNull(ended, "ended");
  }

  /** Does it. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does it on the thread it is called on, which is interrupted when the task is cancelled or
     * takes too long. What it throws then is taken for its way to end.
     */
    Ran run(TaskControl control) throws Exception;
  }

  /**
   * How the work ended.
   *
   * @param outcome succeeded or failed
   * @param shown the result as people may see it; asked at most once, later, on another thread
   */
  public record Ran(TaskOutcome outcome, Shown shown) {}

  /** A result as people may see it: JSON with secrets starred out. */
  @FunctionalInterface
  public interface Shown {
    /** The text; {@code ""} for no result. */
    String text();
  }

  /** A task that has ended, at so many milliseconds since 1970. */
  public record Ended(String id, TaskOutcome outcome, long millis) {}
}
