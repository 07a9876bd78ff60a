package hotshoe.process;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;

/** A process in hand. Safe for use by many threads. */
@ProviderType
public interface RunningProcess {

  /** Its number in the system; empty while it waits for its turn, and when it never started. */
  OptionalLong pid();

  /** Waits for its end. Interrupting the waiting thread cancels the process. */
  ProcessEnd await();

  /** Waits for its end at most this long, and leaves it alone then. */
  Optional<ProcessEnd> await(Duration limit);

  /**
   * Ends it with all that it began: asks first, then insists. Returns at once; only the first
   * reason counts, and none does after the end.
   *
   * @param reason why, told to people
   */
  void cancel(String reason);
}
