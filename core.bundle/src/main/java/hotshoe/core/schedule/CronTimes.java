package hotshoe.core.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.schedule.Timetable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The moments that a cron expression means, in UTC (row INM-30). Five fields are those of Unix; a
 * sixth is the second and stands first; a seventh is the year and stands last.
 */
final class CronTimes {

  private static final int LONGEST = 1000;

  private static final CronDefinition MINUTES = unix(CronDefinitionBuilder.defineCron()).instance();
  private static final CronDefinition SECONDS =
      unix(CronDefinitionBuilder.defineCron().withSeconds().withStrictRange().and()).instance();
  private static final CronDefinition YEARS =
      unix(CronDefinitionBuilder.defineCron().withSeconds().withStrictRange().and())
          .withYear()
          .withValidRange(1970, 2099)
          .withStrictRange()
          .and()
          .instance();

  private final ExecutionTime times;

  private CronTimes(ExecutionTime times) {
    this.times = times;
  }

  private static CronDefinitionBuilder unix(CronDefinitionBuilder before) {
    return before
        .withMinutes()
        .withStrictRange()
        .and()
        .withHours()
        .withStrictRange()
        .and()
        .withDayOfMonth()
        .supportsL()
        .withStrictRange()
        .and()
        .withMonth()
        .withStrictRange()
        .and()
        .withDayOfWeek()
        .withValidRange(0, 7)
        .withMondayDoWValue(1)
        .withIntMapping(7, 0)
        .supportsL()
        .and();
  }

  /**
   * Understands an expression.
   *
   * @throws ProblemException quoting the expression and saying what is wrong with it
   */
  static CronTimes of(Timetable.Cron timetable) {
    String expression = timetable.expression().trim();
    String[] fields = expression.split("\\s+");
    if (expression.length() > LONGEST || fields.length < 5 || fields.length > 7) {
      throw malformed(timetable, "it has " + fields.length + " fields, and 5 to 7 are allowed");
    }
    try {
      // A question mark means "any", as a star does; the library would read it by Quartz's rules.
      String plain = String.join(" ", fields).replace(" ?", " *");
      Cron cron = new CronParser(definition(fields.length)).parse(plain);
      return new CronTimes(ExecutionTime.forCron(cron.validate()));
    } catch (RuntimeException e) {
      throw malformed(timetable, String.valueOf(e.getMessage()));
    }
  }

  private static CronDefinition definition(int fields) {
    return fields == 5 ? MINUTES : fields == 6 ? SECONDS : YEARS;
  }

  private static ProblemException malformed(Timetable.Cron timetable, String why) {
    return new ProblemException(
        Problem.error(
                "HS-SCHEDULE-004", "'" + timetable.expression() + "' is not a cron expression")
            .because(why)
            .advising(
                "write 5 fields: minute, hour, day of month, month, day of week; with 6 the first"
                    + " is the second; with 7 the last is the year"));
  }

  /** The first moment after this one, or empty when there is none. */
  Optional<Instant> after(Instant moment) {
    return times
        .nextExecution(ZonedDateTime.ofInstant(moment, ZoneOffset.UTC))
        .map(ZonedDateTime::toInstant);
  }
}
