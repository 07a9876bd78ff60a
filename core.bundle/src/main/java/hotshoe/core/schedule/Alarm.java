package hotshoe.core.schedule;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Something to do once, later. A cancelled alarm keeps nothing alive, whether or not the timer
 * still holds it: a yearly job of an extension that has left must not hold its classes for a year.
 */
final class Alarm {

  /** Never rings. */
  static final Alarm NONE = new Alarm(() -> {});

  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final AtomicReference<Runnable> action;
  private final AtomicReference<Future<?>> pending = new AtomicReference<>();

  private Alarm(Runnable action) {
    this.action = new AtomicReference<>(action);
  }

  /**
   * Sets an alarm.
   *
   * @throws RejectedExecutionException when the timer has ended
   */
  static Alarm in(Duration delay, ScheduledExecutorService timer, Runnable action) {
    Duration bounded = delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    Alarm alarm = new Alarm(action);
    alarm.pending.set(timer.schedule(alarm::ring, bounded.toNanos(), TimeUnit.NANOSECONDS));
    return alarm;
  }

  private void ring() {
    Runnable todo = action.getAndSet(null);
    if (todo != null) {
      todo.run();
    }
  }

  void cancel() {
    action.set(null);
    Future<?> future = pending.getAndSet(null);
    if (future != null) {
      future.cancel(false);
    }
  }
}
