package hotshoe.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer with a clock of its own that stands still until a test moves it. */
final class ManualTimer extends ScheduledThreadPoolExecutor implements InstantSource {

  private final List<Bell> bells = new ArrayList<>();
  private Instant now;

  ManualTimer(String start) {
    super(0);
    now = Instant.parse(start);
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Sets the clock without ringing anything, as an operator does. */
  void set(String instant) {
    now = Instant.parse(instant);
  }

  /** Rings everything that is due on the way, each at its moment. */
  void advance(Duration time) {
    Instant end = now.plus(time);
    Optional<Bell> next = nextUntil(end);
    while (next.isPresent()) {
      now = next.get().moment.isAfter(now) ? next.get().moment : now;
      bells.remove(next.get());
      next.get().run();
      next = nextUntil(end);
    }
    now = end;
  }

  /** How many alarms it holds. */
  int holding() {
    return (int) bells.stream().filter(bell -> !bell.isCancelled()).count();
  }

  private Optional<Bell> nextUntil(Instant end) {
    return bells.stream()
        .filter(bell -> !bell.isCancelled() && !bell.moment.isAfter(end))
        .min(Comparator.comparing(bell -> bell.moment));
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    if (isShutdown()) {
      throw new RejectedExecutionException("the timer has ended");
    }
    Bell bell = new Bell(command, now.plus(Duration.of(delay, unit.toChronoUnit())));
    bells.add(bell);
    return bell;
  }

  private static final class Bell extends FutureTask<Void> implements ScheduledFuture<Void> {
    private final Instant moment;

    Bell(Runnable command, Instant moment) {
      super(command, null);
      this.moment = moment;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      throw new UnsupportedOperationException("a standing clock has no delays");
    }

    @Override
    public int compareTo(Delayed other) {
      return moment.compareTo(((Bell) other).moment);
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
