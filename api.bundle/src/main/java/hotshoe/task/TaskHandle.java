package hotshoe.task;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A task in hand. Safe for use by many threads. */
@ProviderType
public interface TaskHandle {
  /** Its identifier. */
  String id();

  /** How it stands now. */
  TaskReport report();

  /** Waits for its end. Interrupting the waiting thread cancels the task. */
  TaskOutcome await();

  /** Waits for its end at most this long. */
  Optional<TaskOutcome> await(Duration limit);

  /** Wants it to end; the reason is told to people. */
  void cancel(String reason);
}
