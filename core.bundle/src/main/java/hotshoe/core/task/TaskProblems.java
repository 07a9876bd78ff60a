package hotshoe.core.task;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.time.Duration;
import java.util.Optional;

/** Everything that can befall a task, in the words in which people read it. */
final class TaskProblems {

  private static final int LONGEST = 400;

  private TaskProblems() {}

  static Problem cancelled(String operation, String reason) {
    return Problem.error("HS-TASK-001", operation + " was cancelled").because(line(reason));
  }

  static Problem overran(String operation, Duration limit) {
    return Problem.error("HS-TASK-002", "%s took longer than %s".formatted(operation, words(limit)))
        .advising("give it a longer limit, or find out what it waits for");
  }

  static Problem waitedTooLong(String operation, Optional<ExtensionName> of, Duration limit) {
    return Problem.error(
            "HS-TASK-002", "%s waited %s for its turn".formatted(operation, words(limit)))
        .because("too many operations of " + owner(of) + " run already")
        .advising("try again later, or raise tasks.per-extension");
  }

  static Problem crowded(String operation, Optional<ExtensionName> of, int running, int waiting) {
    return Problem.error("HS-TASK-003", operation + " is refused for now")
        .because(
            "%d operations of %s run and %d wait for their turn"
                .formatted(running, owner(of), waiting))
        .advising("try again later, or raise tasks.queue or tasks.per-extension");
  }

  static Problem stopping(String operation) {
    return Problem.error("HS-TASK-004", operation + " is refused")
        .because("the host is stopping")
        .advising("try again when it has started");
  }

  static Problem noThread(String operation, Throwable thrown) {
    return Problem.error("HS-TASK-005", operation + " is refused for now")
        .because("the system gives the host no more threads: " + words(thrown))
        .advising("lower tasks.per-extension, or allow the host more threads");
  }

  static Problem broke(String operation, Throwable thrown) {
    return Problem.error("HS-TASK-006", operation + " broke").because(words(thrown));
  }

  static Problem unheeded(String operation, String id, String thread) {
    return Problem.warning("HS-TASK-007", operation + " goes on although it should end")
        .at("task " + id + ", thread " + thread)
        .because("its handler does not heed the interruption; it takes a place until it ends")
        .advising("for the author: end on InterruptedException, or use TaskControl.onCancel");
  }

  static Problem cameBack(String operation, String id, Duration late) {
    return Problem.note("HS-TASK-008", "%s came back %s late".formatted(operation, words(late)))
        .at("task " + id);
  }

  static Problem lost(String operation) {
    return Problem.error("HS-TASK-009", "nobody knows how " + operation + " ended")
        .because("the host died while it ran")
        .advising("look at what it was to do before you do it again");
  }

  static Problem listener(Throwable thrown) {
    return Problem.warning("HS-TASK-010", "somebody who listens to tasks broke")
        .because(words(thrown));
  }

  private static String owner(Optional<ExtensionName> extension) {
    return extension.map(ExtensionName::toString).orElse("no known extension");
  }

  /** The kind and message of what was thrown; foreign messages may themselves throw. */
  static String words(Throwable thrown) {
    String kind = thrown.getClass().getSimpleName();
    try {
      String message = thrown.getMessage();
      return line(message == null || message.isBlank() ? kind : kind + ": " + message);
    } catch (RuntimeException | StackOverflowError unreadable) {
      return kind;
    }
  }

  private static String line(String text) {
    String bounded = text.length() > LONGEST ? text.substring(0, LONGEST - 3) + "..." : text;
    return bounded.replaceAll("\\s*\\R\\s*", " / ");
  }

  /** {@code 250 ms} or {@code 1.5 s}. */
  private static String words(Duration duration) {
    if (duration.getSeconds() >= 10) {
      return duration.getSeconds() + " s";
    }
    long millis = duration.toMillis();
    return millis < 1000 ? millis + " ms" : "%.1f s".formatted(millis / 1000.0);
  }
}
