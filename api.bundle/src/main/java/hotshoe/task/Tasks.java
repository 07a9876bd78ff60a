package hotshoe.task;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Running tasks and the history of ended ones, kept over restarts within bounds of number, age and
 * disk. History is written behind and flushed on stop. Safe for use by many threads.
 *
 * <p>Asks nobody who they are: it shows and cancels every task, as the host may. A door decides
 * whom it lets see and cancel a task, by its {@link TaskReport#caller()}: their own for everybody,
 * those of others for a stronger role (row XA-41).
 */
@ProviderType
public interface Tasks {
  /** The latest tasks, the newest first, running ones included. */
  List<TaskReport> list(int count);

  /** The task of this identifier. */
  Optional<TaskReport> find(String id);

  /** Wants a running task to end; false when it is not running. */
  boolean cancel(String id, String reason);

  /** Tells every change of every task, on a thread of its own, until closed. */
  AutoCloseable listen(Consumer<TaskReport> listener);
}
