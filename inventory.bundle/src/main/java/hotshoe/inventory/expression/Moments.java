package hotshoe.inventory.expression;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Days and moments as Python prints them and what can be asked of them. */
final class Moments {

  private Moments() {}

  /** As {@code str} prints a moment. */
  static String text(Object value) {
    return iso(value, ' ');
  }

  /** As {@code isoformat} prints it. */
  static String iso(Object value, char between) {
    if (value instanceof LocalDate day) {
      return day.toString();
    }
    LocalDateTime moment = local(value);
    String text =
        moment.toLocalDate()
            + String.valueOf(between)
            + String.format("%02d:%02d:%02d", moment.getHour(), moment.getMinute(), second(moment));
    String fraction = micros(moment) == 0 ? "" : String.format(".%06d", micros(moment));
    return text + fraction + (value instanceof OffsetDateTime zoned ? zone(zoned) : "");
  }

  private static String zone(OffsetDateTime zoned) {
    String id = zoned.getOffset().getId();
    return id.equals("Z") ? "+00:00" : id;
  }

  private static LocalDateTime local(Object value) {
    return value instanceof OffsetDateTime zoned ? zoned.toLocalDateTime() : (LocalDateTime) value;
  }

  private static int second(LocalDateTime moment) {
    return moment.getSecond();
  }

  private static int micros(LocalDateTime moment) {
    return moment.getNano() / 1000;
  }

  static String repr(Object value) {
    if (value instanceof LocalDate day) {
      return "datetime.date("
          + day.getYear()
          + ", "
          + day.getMonthValue()
          + ", "
          + day.getDayOfMonth()
          + ")";
    }
    LocalDateTime moment = local(value);
    StringBuilder text = new StringBuilder("datetime.datetime(");
    text.append(moment.getYear()).append(", ").append(moment.getMonthValue()).append(", ");
    text.append(moment.getDayOfMonth()).append(", ").append(moment.getHour()).append(", ");
    text.append(moment.getMinute());
    if (second(moment) != 0 || micros(moment) != 0) {
      text.append(", ").append(second(moment));
    }
    if (micros(moment) != 0) {
      text.append(", ").append(micros(moment));
    }
    if (value instanceof OffsetDateTime zoned) {
      text.append(", tzinfo=").append(zoneRepr(zoned.getOffset()));
    }
    return text.append(')').toString();
  }

  private static String zoneRepr(ZoneOffset offset) {
    if (offset.getTotalSeconds() == 0) {
      return "datetime.timezone.utc";
    }
    long days = Math.floorDiv((long) offset.getTotalSeconds(), 86_400L);
    long seconds = offset.getTotalSeconds() - Duration.ofDays(days).toSeconds();
    return "datetime.timezone(datetime.timedelta("
        + (days == 0 ? "" : "days=" + days + ", ")
        + "seconds="
        + seconds
        + "))";
  }

  /** A part of a day or moment, if it has one of this name. */
  static Optional<Object> part(Object value, String name) {
    LocalDateTime moment = value instanceof LocalDate day ? day.atStartOfDay() : local(value);
    return switch (name) {
      case "year" -> Optional.of((long) moment.getYear());
      case "month" -> Optional.of((long) moment.getMonthValue());
      case "day" -> Optional.of((long) moment.getDayOfMonth());
      default -> value instanceof LocalDate ? Optional.empty() : time(moment, name);
    };
  }

  private static Optional<Object> time(LocalDateTime moment, String name) {
    return switch (name) {
      case "hour" -> Optional.of((long) moment.getHour());
      case "minute" -> Optional.of((long) moment.getMinute());
      case "second" -> Optional.of((long) second(moment));
      case "microsecond" -> Optional.of((long) micros(moment));
      default -> Optional.empty();
    };
  }
}
