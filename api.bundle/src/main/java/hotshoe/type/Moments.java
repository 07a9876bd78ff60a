package hotshoe.type;

import hotshoe.type.Values.Reading;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

/** Reads and writes moments: ISO-8601, extended or basic, with an offset (row CS-52). */
final class Moments {

  private static final DateTimeFormatter EXTENDED =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffset("+HH:MM:ss", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHmm", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH", "Z")
          .optionalEnd()
          .toFormatter(java.util.Locale.ROOT);

  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HH:mm:ss[X]", java.util.Locale.ROOT);

  private Moments() {}

  /** With seconds always, so that RFC 3339 readers take it. */
  static String write(OffsetDateTime moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
  }

  static OffsetDateTime read(Object input, Reading reading) throws Unfit {
    if (input instanceof OffsetDateTime moment) {
      return moment;
    }
    if (input instanceof ZonedDateTime moment) {
      return moment.toOffsetDateTime();
    }
    if (input instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (input instanceof java.util.Date date) {
      return date.toInstant().atOffset(ZoneOffset.UTC);
    }
    if (input instanceof CharSequence text && text.length() <= 50) {
      return parse(text.toString(), reading);
    }
    throw new Unfit("is not a moment");
  }

  private static OffsetDateTime parse(String text, Reading reading) throws Unfit {
    boolean basic = text.length() > 8 && text.charAt(8) == 'T';
    try {
      String full =
          reading == Reading.LENIENT && text.length() > 10 && text.charAt(10) == ' '
              ? text.substring(0, 10) + "T" + text.substring(11)
              : text;
      TemporalAccessor moment =
          (basic ? BASIC : EXTENDED).parseBest(full, OffsetDateTime::from, LocalDateTime::from);
      if (moment instanceof OffsetDateTime offset) {
        return offset;
      }
      if (reading == Reading.LENIENT) {
        return ((LocalDateTime) moment).atOffset(ZoneOffset.UTC);
      }
      throw new Unfit(Shown.of(text) + " lacks its offset, such as Z or +02:00");
    } catch (DateTimeException notMoment) {
      throw new Unfit(Shown.of(text) + " is not a moment such as 2026-01-31T10:00:00+01:00");
    }
  }
}
