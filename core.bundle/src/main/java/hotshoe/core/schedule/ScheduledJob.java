package hotshoe.core.schedule;

import hotshoe.problem.Problem;
import hotshoe.schedule.Job;
import hotshoe.schedule.Overlap;
import hotshoe.slice.SliceName;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job of one slice with its alarm and its runs in hand. Safe for use by many threads. */
final class ScheduledJob {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledJob.class);

  private final SliceName owner;
  private final ScheduledExecutorService timer;
  private final Runs runs;

  private Job job;
  private Rhythm rhythm;
  private Alarm alarm = Alarm.NONE;
  private int era;
  private int running;
  private boolean queued;
  private boolean warned;

  ScheduledJob(SliceName owner, ScheduledExecutorService timer, Runs runs, Job job, Rhythm rhythm) {
    this.owner = owner;
    this.timer = timer;
    this.runs = runs;
    this.job = job;
    this.rhythm = rhythm;
  }

  synchronized Job job() {
    return job;
  }

  /**
   * Begins the job's first delay, anew if it had begun. Runs in hand go on and count as overlap.
   *
   * @throws RejectedExecutionException when the timer has ended
   */
  synchronized void begin(Job latest, Rhythm latestRhythm) {
    drop();
    job = latest;
    rhythm = latestRhythm;
    Optional<Rhythm.Wait> first = rhythm.first();
    if (first.isEmpty()) {
      Problem problem =
          Problem.warning(
                  "HS-SCHEDULE-008", "the job '" + job.name() + "' of " + owner + " never runs")
              .because("no moment from now on fits " + job.timetable());
      LOG.warn("{}", problem.sentence());
    }
    arm(first);
  }

  /** Lets no more runs begin. Runs in hand go on. */
  synchronized void drop() {
    era++;
    alarm.cancel();
    queued = false;
  }

  private void arm(Optional<Rhythm.Wait> wait) {
    int present = era;
    wait.ifPresent(it -> alarm = Alarm.in(it.delay(), timer, () -> ring(present, it)));
  }

  private void ring(int ringing, Rhythm.Wait wait) {
    try {
      if (isDue(ringing, wait)) {
        run();
      }
    } catch (RejectedExecutionException e) {
      LOG.debug("{}: the timer has ended", owner);
    } catch (RuntimeException e) {
      Problem problem =
          Problem.error(
                  "HS-SCHEDULE-009",
                  "the job '" + job().name() + "' of " + owner + " will not run again")
              .because("its next moment cannot be found: " + e);
      LOG.error("{}", problem.sentence(), e);
    }
  }

  /** Arms the next run first, so that intervals go from start to start (row INM-29). */
  private synchronized boolean isDue(int ringing, Rhythm.Wait wait) {
    if (ringing != era) {
      return false;
    }
    arm(rhythm.next(wait));
    return wait.run() && mayRun();
  }

  private boolean mayRun() {
    if (running > 0) {
      warnOfOverlap();
      queued |= job.overlap() == Overlap.QUEUE;
    }
    boolean may = running == 0 || job.overlap() == Overlap.ALLOW;
    running += may ? 1 : 0;
    return may;
  }

  private void warnOfOverlap() {
    if (warned) {
      return;
    }
    warned = true;
    Problem problem =
        Problem.warning(
                "HS-SCHEDULE-006",
                "the job '"
                    + job.name()
                    + "' of "
                    + owner
                    + " is due while its last run still goes")
            .because(
                switch (job.overlap()) {
                  case SKIP -> "runs are left out until it ends";
                  case QUEUE -> "one run follows when it ends";
                  case ALLOW -> "it runs beside itself";
                })
            .advising("give it a longer interval or make it faster");
    LOG.warn("{}", problem.sentence());
  }

  private void run() {
    Job present = job();
    if (!present.quiet()) {
      LOG.info("{}: running {}", owner, present.name());
    }
    Run run = new Run(present.name(), present.onStop(), present.action());
    if (!runs.begin(run, this::failed, this::ended)) {
      ended();
    }
  }

  private void failed(Throwable cause) {
    Problem problem =
        Problem.error("HS-SCHEDULE-005", "a run of '" + job().name() + "' of " + owner + " failed")
            .because(cause.toString())
            .advising("the schedule goes on");
    LOG.error("{}", problem.sentence(), cause);
  }

  private void ended() {
    if (isNextInLine()) {
      run();
    }
  }

  private synchronized boolean isNextInLine() {
    running--;
    warned &= running > 0;
    boolean next = queued && running == 0;
    queued &= !next;
    running += next ? 1 : 0;
    return next;
  }
}
