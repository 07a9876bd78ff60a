package hotshoe.core.schedule;

import hotshoe.problem.Problem;
import hotshoe.schedule.OnStop;
import hotshoe.slice.SliceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of one slice that are in hand, and how all of them come to an end. Safe for use by many
 * threads.
 */
final class Runs {

  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

  private static final Duration LONGEST_LIMIT = Duration.ofDays(1);
  private static final Duration LONGEST_RESERVE = Duration.ofSeconds(1);

  private final SliceName owner;
  private final Executor workers;
  private final Set<Run> inHand = new LinkedHashSet<>();
  private boolean closed;

  Runs(SliceName owner, Executor workers) {
    this.owner = owner;
    this.workers = workers;
  }

  /** The end of a limit that is kept for what is interrupted, after waiting for all else. */
  static Duration reserveOf(Duration limit) {
    Duration tenth = limit.dividedBy(10);
    return tenth.compareTo(LONGEST_RESERVE) < 0 ? tenth : LONGEST_RESERVE;
  }

  /**
   * Begins a run.
   *
   * @param failed told what the action threw
   * @param after called once the action has let go of its thread, however it ended
   * @return false when the slice has stopped or there is no worker; then nothing else is called
   */
  boolean begin(Run run, Consumer<Throwable> failed, Runnable after) {
    synchronized (inHand) {
      if (closed) {
        return false;
      }
      inHand.add(run);
    }
    try {
      workers.execute(() -> perform(run, failed, after));
      return true;
    } catch (RejectedExecutionException e) {
      forget(run);
      return false;
    }
  }

  private void perform(Run run, Consumer<Throwable> failed, Runnable after) {
    try {
      run.perform(owner + "/" + run.name());
      report(run, failed);
    } finally {
      forget(run);
      after.run();
    }
  }

  private void report(Run run, Consumer<Throwable> failed) {
    try {
      run.get();
    } catch (CancellationException e) {
      LOG.debug("{}: {} was cancelled", owner, run.name());
    } catch (ExecutionException e) {
      failed.accept(e.getCause());
    } catch (InterruptedException e) {
      LOG.debug("{}: {} left its thread interrupted", owner, run.name());
    }
  }

  private void forget(Run run) {
    run.over();
    synchronized (inHand) {
      inHand.remove(run);
    }
  }

  /** Lets no run begin from now on. */
  void close() {
    synchronized (inHand) {
      closed = true;
    }
  }

  /** Interrupts the runs of this kind. */
  void cancel(OnStop behaviour) {
    matching(run -> run.onStop() == behaviour).forEach(run -> run.cancel(true));
  }

  /** Waits for the runs of this kind; true when all have ended within the limit. */
  boolean await(OnStop behaviour, Duration limit) {
    return left(run -> run.onStop() == behaviour, limit).isEmpty();
  }

  /** Waits for all runs, and gives one problem for each that has not ended within the limit. */
  List<Problem> awaitAll(Duration limit) {
    return left(run -> true, limit).stream().map(this::stuck).toList();
  }

  private Problem stuck(Run run) {
    return Problem.warning("HS-SCHEDULE-003", owner + " left '" + run.name() + "' running")
        .because("it did not end within the limit for stopping, nor when it was interrupted")
        .advising("let it end when its thread is interrupted");
  }

  private List<Run> left(Predicate<Run> which, Duration limit) {
    long deadline = System.nanoTime() + bounded(limit).toNanos();
    List<Run> left = new ArrayList<>(matching(which));
    try {
      for (Run run : matching(which)) {
        if (run.ended(Duration.ofNanos(deadline - System.nanoTime()))) {
          left.remove(run);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return left;
  }

  private static Duration bounded(Duration limit) {
    return limit.compareTo(LONGEST_LIMIT) < 0 ? limit : LONGEST_LIMIT;
  }

  private List<Run> matching(Predicate<Run> which) {
    synchronized (inHand) {
      return inHand.stream().filter(which).toList();
    }
  }
}
