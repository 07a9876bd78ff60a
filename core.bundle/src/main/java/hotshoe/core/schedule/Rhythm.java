package hotshoe.core.schedule;

import hotshoe.schedule.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** How long to wait for the next run of a timetable. */
sealed interface Rhythm {

  /**
   * Reads a timetable.
   *
   * @throws hotshoe.problem.ProblemException when its cron expression is malformed
   */
  static Rhythm of(Timetable timetable, InstantSource clock) {
    return timetable instanceof Timetable.Cron cron
        ? new ByCalendar(CronTimes.of(cron), clock)
        : new Steady((Timetable.Interval) timetable);
  }

  /** The wait before the first run; empty when there never is one. */
  Optional<Wait> first();

  /** The wait after a run or a look at the clock that came out of this wait. */
  Optional<Wait> next(Wait before);

  /**
   * One wait.
   *
   * @param delay how long
   * @param run true when a run follows, false when only the clock is looked at again
   * @param due the moment it leads to, for calendars
   */
  record Wait(Duration delay, boolean run, Instant due) {}

  /** From start to start. */
  record Steady(Timetable.Interval interval) implements Rhythm {
    @Override
    public Optional<Wait> first() {
      return Optional.of(new Wait(interval.initialDelay(), true, Instant.EPOCH));
    }

    @Override
    public Optional<Wait> next(Wait before) {
      return Optional.of(new Wait(interval.interval(), true, Instant.EPOCH));
    }
  }

  /**
   * By the calendar. Waits in steps of at most a minute, because a timer does not notice when the
   * machine sleeps or its clock is set.
   */
  record ByCalendar(CronTimes times, InstantSource clock) implements Rhythm {

    private static final Duration STEP = Duration.ofMinutes(1);

    @Override
    public Optional<Wait> first() {
      return times.after(clock.instant()).map(this::towards);
    }

    @Override
    public Optional<Wait> next(Wait before) {
      if (!before.run()) {
        return Optional.of(towards(before.due()));
      }
      Instant now = clock.instant();
      Instant from = before.due().isAfter(now) ? before.due() : now;
      return times.after(from).map(this::towards);
    }

    private Wait towards(Instant due) {
      Duration left = Duration.between(clock.instant(), due);
      return left.compareTo(STEP) > 0
          ? new Wait(STEP, false, due)
          : new Wait(left.isNegative() ? Duration.ZERO : left, true, due);
    }
  }
}
