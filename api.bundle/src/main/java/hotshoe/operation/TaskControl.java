package hotshoe.operation;

import hotshoe.task.TaskHandle;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How a handler speaks to its task. Safe for use by many threads; useless once the task has ended.
 */
@ProviderType
public interface TaskControl {
  /** The task's identifier. */
  String id();

  /** Tells how far it is: 0 to 1, and a few words. */
  void progress(double done, String message);

  /** Adds to the output. */
  void out(String text);

  /** Adds to the error output, which is kept apart. */
  void err(String text);

  /** Whether somebody wants it to end. */
  boolean isCancelled();

  /** Runs this when somebody wants the task to end, at once if they already do. */
  void onCancel(Runnable action);

  /** Calls another operation as a sub-task, by the same caller; it is cancelled with this one. */
  TaskHandle start(CallRequest request);
}
