package hotshoe.core.caller;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often passwords were wrong lately, and who must wait for it. After a few wrong ones a name
 * waits a second, then two, and so on up to half a minute: never longer, for else anybody could
 * lock anybody out. All names together have a bound as well, which is free again by and by. Safe
 * for use by many threads.
 */
final class Guesses {

  /** Wrong passwords in a row that cost nothing: people mistype. */
  static final int FREE = 5;

  static final Duration LONGEST = Duration.ofSeconds(30);

  private static final long FORGOTTEN = Duration.ofMinutes(15).toNanos();
  private static final int NAMES = 10_000;
  private static final double MINUTE = 60e9;

  private final int perMinute;
  private final LongSupplier nanos;
  private final Map<String, Row> rows = new LinkedHashMap<>(16, 0.75f, true);
  private double left;
  private long filled;

  /** Wrong ones in a row, and when the last one was. */
  private record Row(int count, long last) {}

  Guesses(int perMinute, LongSupplier nanos) {
    this.perMinute = perMinute;
    this.nanos = nanos;
    this.left = perMinute;
    this.filled = nanos.getAsLong();
  }

  /** How long this name must wait; empty when it may try now. */
  synchronized Optional<Duration> toWait(String name) {
    long now = nanos.getAsLong();
    long wait = Math.max(own(rows.get(name), now), shared(now));
    return wait > 0 ? Optional.of(Duration.ofNanos(wait)) : Optional.empty();
  }

  private static long own(Row row, long now) {
    if (row == null || row.count() < FREE) {
      return 0;
    }
    long delay = Duration.ofSeconds(1L << Math.min(row.count() - FREE, 10)).toNanos();
    return Math.min(delay, LONGEST.toNanos()) - (now - row.last());
  }

  private long shared(long now) {
    left = Math.min(perMinute, left + (now - filled) * perMinute / MINUTE);
    filled = now;
    return left >= 1 ? 0 : (long) ((1 - left) * MINUTE / perMinute) + 1;
  }

  /** The password was wrong. */
  synchronized void failed(String name) {
    long now = nanos.getAsLong();
    shared(now);
    left = Math.max(0, left - 1);
    Row before = rows.get(name);
    boolean goesOn = before != null && now - before.last() < FORGOTTEN;
    rows.put(name, new Row(goesOn ? before.count() + 1 : 1, now));
    if (rows.size() > NAMES) {
      rows.remove(rows.keySet().iterator().next());
    }
  }

  /** How many names are remembered. */
  synchronized int remembered() {
    return rows.size();
  }

  /** The password was right. */
  synchronized void succeeded(String name) {
    rows.remove(name);
  }
}
