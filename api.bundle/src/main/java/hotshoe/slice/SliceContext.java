package hotshoe.slice;

import hotshoe.schedule.BackgroundTasks;
import hotshoe.schedule.Scheduler;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the host gives to a slice, from prestart on. Everything begun through it is ended by the
 * host when the slice stops. Safe for use by many threads.
 */
@ProviderType
public interface SliceContext {

  /** The slice that this context belongs to. */
  SliceName name();

  /**
   * Another slice, by name (row INM-26). It may not be started yet.
   *
   * @throws hotshoe.problem.ProblemException when there is none of that name or it is of another
   *     type
   */
  <T> T slice(SliceName name, Class<T> type);

  /** Periodic work of this slice. */
  Scheduler scheduler();

  /** One-off work of this slice. */
  BackgroundTasks backgroundTasks();

  /** The values of this slice's features. */
  Features features();

  /** False before prestop, true from then on (row INM-19). */
  boolean isStopping();
}
