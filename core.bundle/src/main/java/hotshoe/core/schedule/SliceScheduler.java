package hotshoe.core.schedule;

import hotshoe.problem.Problem;
import hotshoe.schedule.Action;
import hotshoe.schedule.Job;
import hotshoe.schedule.OnStop;
import hotshoe.schedule.Scheduler;
import hotshoe.schedule.Timetable;
import hotshoe.slice.SliceName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The periodic work of one slice (rows INM-29 to INM-31). The timer only rings; actions run in the
 * workers, so that a slow one delays nobody else's. Safe for use by many threads.
 */
public final class SliceScheduler implements Scheduler {

  private static final Logger LOG = LoggerFactory.getLogger(SliceScheduler.class);

  private final SliceName owner;
  private final ScheduledExecutorService timer;
  private final InstantSource clock;
  private final Runs runs;
  private final Map<Identity, ScheduledJob> jobs = new LinkedHashMap<>();
  private boolean stopped;

  /** What makes two jobs the same (row INM-31). */
  private record Identity(Action action, Timetable timetable) {}

  /** Times runs with the timer and performs them in the workers; it ends neither. */
  public SliceScheduler(SliceName owner, ScheduledExecutorService timer, Executor workers) {
    this(owner, timer, workers, InstantSource.system());
  }

  SliceScheduler(
      SliceName owner, ScheduledExecutorService timer, Executor workers, InstantSource clock) {
    this.owner = owner;
    this.timer = timer;
    this.clock = clock;
    this.runs = new Runs(owner, workers);
  }

  @Override
  public void schedule(Job job) {
    Rhythm rhythm = Rhythm.of(job.timetable(), clock);
    Identity identity = new Identity(job.action(), job.timetable());
    synchronized (jobs) {
      if (!stopped && begin(identity, job, rhythm)) {
        return;
      }
    }
    Problem problem =
        Problem.warning("HS-SCHEDULE-007", "the job '" + job.name() + "' was not scheduled")
            .because(owner + " is stopping, or the host is");
    LOG.warn("{}", problem.sentence());
  }

  private boolean begin(Identity identity, Job job, Rhythm rhythm) {
    try {
      jobs.computeIfAbsent(identity, it -> new ScheduledJob(owner, timer, runs, job, rhythm))
          .begin(job, rhythm);
      return true;
    } catch (RejectedExecutionException e) {
      jobs.remove(identity);
      return false;
    }
  }

  @Override
  public boolean remove(Action action, Timetable timetable) {
    synchronized (jobs) {
      Optional<ScheduledJob> found =
          Optional.ofNullable(jobs.remove(new Identity(action, timetable)));
      found.ifPresent(ScheduledJob::drop);
      return found.isPresent();
    }
  }

  @Override
  public List<Job> jobs() {
    synchronized (jobs) {
      return jobs.values().stream().map(ScheduledJob::job).toList();
    }
  }

  /**
   * Drops every job, interrupts the runs that are to be cancelled and waits for the others; what is
   * still running at the limit is interrupted as well and named in the log. Jobs that are scheduled
   * from now on are ignored with a warning.
   */
  public void stop(Duration limit) {
    synchronized (jobs) {
      stopped = true;
      jobs.values().forEach(ScheduledJob::drop);
      jobs.clear();
    }
    runs.close();
    runs.cancel(OnStop.CANCEL);
    Duration reserve = Runs.reserveOf(limit);
    if (!runs.await(OnStop.AWAIT, limit.minus(reserve))) {
      runs.cancel(OnStop.AWAIT);
    }
    runs.awaitAll(reserve).forEach(problem -> LOG.warn("{}", problem.sentence()));
  }
}
