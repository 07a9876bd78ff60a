package hotshoe.shell.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations in words. */
final class Moment {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter BRIEFLY =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Moment() {}

  static String of(Instant instant) {
    return SECONDS.format(instant);
  }

  /** Without the year, for tables. */
  static String briefly(Instant instant) {
    return BRIEFLY.format(instant);
  }

  /** In the two largest units that matter. */
  static String of(Duration duration) {
    long seconds = duration.toSeconds();
    if (duration.toNanos() > 0 && duration.toMillis() == 0) {
      return "<1 ms";
    }
    if (duration.toMillis() < 1000) {
      return Math.max(0, duration.toMillis()) + " ms";
    }
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds < 86_400
        ? seconds / 3600 + " h " + seconds / 60 % 60 + " min"
        : seconds / 86_400 + " d " + seconds / 3600 % 24 + " h";
  }
}
