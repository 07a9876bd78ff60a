package hotshoe.core.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.problem.ProblemException;
import hotshoe.schedule.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTimesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");

  private static CronTimes of(String expression) {
    return CronTimes.of(new Timetable.Cron(expression));
  }

  @Proves("INM-30")
  @ParameterizedTest(name = "{0} runs next at {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          */5 * * * *          | 2026-11-21T10:20:00Z
          0 0 * * mon-fri      | 2026-11-23T00:00:00Z
          0 0 * * 0            | 2026-11-22T00:00:00Z
          0 0 * * 7            | 2026-11-22T00:00:00Z
          0 0 * * sun-tue      | 2026-11-22T00:00:00Z
          0 0 L * *            | 2026-11-30T00:00:00Z
          0 0 29 2 *           | 2028-02-29T00:00:00Z
          0 0 ? * fri          | 2026-11-27T00:00:00Z
          0 0 13 * fri         | 2026-11-27T00:00:00Z
          1,2,3-9/2 * * * *    | 2026-11-21T11:01:00Z
          45 * * * * *         | 2026-11-21T10:15:45Z
          0 30 11 * * *        | 2026-11-21T11:30:00Z
          0 0 0 1 1 * 2030     | 2030-01-01T00:00:00Z
          0 0 0 1 1 * 2028/2   | 2028-01-01T00:00:00Z
          """)
  void fiveFieldsAreThoseOfUnixSixBeginWithTheSecondSevenEndWithTheYear(
      String expression, Instant next) {
    assertEquals(Optional.of(next), of(expression).after(NOW));
  }

  @Proves("INM-30")
  @ParameterizedTest(name = "{0} is refused")
  @ValueSource(
      strings = {
        "", "* * * *", "* * * * * * * *", "61 * * * *", "bad * * * *", "*/0 * * * *",
        "22-4 * * * *", "* * * * * 2027", "0 0 0 * *", "-1 * * * *", "@daily", "* * * * * * 1969"
      })
  void aBadExpressionIsQuotedWithTheReasonAndTheForm(String expression) {
    ProblemException refused = assertThrows(ProblemException.class, () -> of(expression));
    assertEquals("HS-SCHEDULE-004", refused.problems().get(0).code());
    assertTrue(refused.getMessage().contains("'" + expression + "'"), refused.getMessage());
    assertTrue(refused.getMessage().contains("minute, hour, day of month"), refused.getMessage());
  }

  @ParameterizedTest(name = "{0} never runs")
  @ValueSource(strings = {"0 0 30 2 *", "0 0 0 1 1 * 2020", "0 0 31 4,6 *"})
  void aMomentThatNeverComesIsNoMoment(String expression) {
    assertEquals(Optional.empty(), of(expression).after(NOW));
  }

  @Test
  @Proves("INM-30")
  void theNextMomentIsTheFirstThatFitsWhateverTheExpression() {
    Random random = new Random(20261121);
    for (int i = 0; i < 300; i++) {
      String minute = field(random, 0, 59);
      String hour = field(random, 0, 23);
      CronTimes times = of(minute + " " + hour + " * * *");
      Instant expected = NOW.minusSeconds(30);
      do {
        expected = expected.plus(Duration.ofMinutes(1));
      } while (!fits(expected, minute, hour));
      assertEquals(Optional.of(expected), times.after(NOW), minute + " " + hour);
    }
  }

  private static String field(Random random, int from, int to) {
    if (random.nextInt(4) == 0) {
      return "*";
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      values.add(String.valueOf(from + random.nextInt(to - from + 1)));
    }
    return String.join(",", values);
  }

  private static boolean fits(Instant moment, String minutes, String hours) {
    long minute = moment.getEpochSecond() / 60 % 60;
    long hour = moment.getEpochSecond() / 3600 % 24;
    return isIn(minute, minutes) && isIn(hour, hours);
  }

  private static boolean isIn(long value, String field) {
    return field.equals("*") || List.of(field.split(",", -1)).contains(String.valueOf(value));
  }
}
