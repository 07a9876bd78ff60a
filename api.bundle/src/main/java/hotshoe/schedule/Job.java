package hotshoe.schedule;

import java.util.Objects;

/**
 * Periodic work. Its identity is the action together with the timetable (row INM-31): scheduling an
 * equal one replaces it and starts its delay anew.
 *
 * @param name for the log and for people
 * @param action what to do; keep one object to have one identity
 * @param timetable when
 * @param overlap what to do when it is slower than its timetable
 * @param onStop what happens to a run when the slice stops
 * @param quiet true leaves out the log line per run
 */
public record Job(
    String name,
    Action action,
    Timetable timetable,
    Overlap overlap,
    OnStop onStop,
    boolean quiet) {

  public Job {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(timetable, "timetable");
    Objects.requireNonNull(overlap, "overlap");
    Objects.requireNonNull(onStop, "onStop");
  }

  /** A job that skips when slow, is cancelled on stop, and is logged. */
  public static Job of(String name, Timetable timetable, Action action) {
    return new Job(name, action, timetable, Overlap.SKIP, OnStop.CANCEL, false);
  }

  /** The same job with another overlap policy. */
  public Job overlapping(Overlap policy) {
    return new Job(name, action, timetable, policy, onStop, quiet);
  }

  /** The same job with another behaviour on stop. */
  public Job onStop(OnStop behaviour) {
    return new Job(name, action, timetable, overlap, behaviour, quiet);
  }

  /** The same job without a log line per run. */
  public Job quietly() {
    return new Job(name, action, timetable, overlap, onStop, true);
  }
}
