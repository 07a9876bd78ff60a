package hotshoe.core.schedule;

import hotshoe.schedule.Action;
import hotshoe.schedule.Job;
import hotshoe.schedule.Scheduler;
import hotshoe.schedule.Timetable;
import hotshoe.slice.SliceName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** The periodic work of one slice. */
public final class SliceScheduler implements Scheduler {

  private final SliceName owner;
  private final ScheduledExecutorService timer;
  private final Executor workers;

  /** Times runs with the timer and performs them in the workers; it ends neither. */
  public SliceScheduler(SliceName owner, ScheduledExecutorService timer, Executor workers) {
    this.owner = owner;
    this.timer = timer;
    this.workers = workers;
  }

  @Override
  public void schedule(Job job) {
    throw new UnsupportedOperationException("not yet: " + owner + timer + workers);
  }

  @Override
  public boolean remove(Action action, Timetable timetable) {
    return false;
  }

  @Override
  public List<Job> jobs() {
    return List.of();
  }

  /** Drops every job, interrupts the runs that allow it and waits for the others. */
  public void stop(Duration limit) {}
}
