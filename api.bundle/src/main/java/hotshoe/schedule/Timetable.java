package hotshoe.schedule;

import java.time.Duration;
import java.util.Objects;

/** When a job runs. Two timetables with the same values are equal. */
public sealed interface Timetable {

  /** Every {@code interval}, start to start, first after one interval. */
  static Timetable every(Duration interval) {
    return new Interval(interval, interval);
  }

  /** By a cron expression in UTC. */
  static Timetable cron(String expression) {
    return new Cron(expression);
  }

  /**
   * Start to start (row INM-29).
   *
   * @param interval above zero
   * @param initialDelay until the first run, zero for at once
   */
  record Interval(Duration interval, Duration initialDelay) implements Timetable {
    public Interval {
      if (interval.isNegative() || interval.isZero()) {
        throw new IllegalArgumentException("the interval must be above zero: " + interval);
      }
      if (initialDelay.isNegative()) {
        throw new IllegalArgumentException("the initial delay is negative: " + initialDelay);
      }
    }

    /** The same interval with another first delay. */
    public Interval after(Duration delay) {
      return new Interval(interval, delay);
    }
  }

  /**
   * Always UTC (row INM-30).
   *
   * @param expression 5 fields; with 6 the first is the second; with 7 the last is the year
   */
  record Cron(String expression) implements Timetable {
    public Cron {
      Objects.requireNonNull(expression, "expression");
    }
  }
}
