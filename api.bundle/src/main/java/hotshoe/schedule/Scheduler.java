package hotshoe.schedule;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The periodic work of one slice. Safe for use by many threads. */
@ProviderType
public interface Scheduler {

  /**
   * Schedules the job, in place of an equal one. After the slice's prestop it is ignored with a
   * warning.
   *
   * @throws hotshoe.problem.ProblemException when a cron expression is malformed; it is quoted
   */
  void schedule(Job job);

  /** Drops the job with this action and timetable; true when there was one. Runs in hand go on. */
  boolean remove(Action action, Timetable timetable);

  /** The jobs that are scheduled now. */
  List<Job> jobs();
}
