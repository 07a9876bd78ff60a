package hotshoe.schedule;

import java.util.concurrent.Future;
import org.osgi.annotation.versioning.ProviderType;

/** The one-off work of one slice (row INM-28). Safe for use by many threads. */
@ProviderType
public interface BackgroundTasks {

  /**
   * Begins the action in a thread of its own. What it throws is logged.
   *
   * @return a handle to wait for it or to cancel it
   * @throws IllegalStateException when the slice has stopped
   */
  Future<?> run(String name, OnStop onStop, Action action);

  /** The same with {@link OnStop#CANCEL}. */
  default Future<?> run(String name, Action action) {
    return run(name, OnStop.CANCEL, action);
  }
}
