package hotshoe.runtime.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLineTest {

  private final LogLine line = new LogLine(true, false);

  @Test
  void a_record_is_one_line_with_time_level_speaker_and_message() {
    assertEquals(
        "2026-02-03 04:05:06.007 INFO  loader   hello 1.0.0 is active\n",
        line.format(record(Level.INFO, "hotshoe.loader.Watch", "hello 1.0.0 is active")));
  }

  @Test
  void a_terminal_gets_the_time_only() {
    assertEquals(
        "04:05:06.007 WARN  host     careful\n",
        new LogLine(false, false)
            .format(record(Level.WARNING, "hotshoe.runtime.Launcher", "careful")));
  }

  @Test
  void a_coloured_terminal_gets_a_coloured_level() {
    assertEquals(
        "04:05:06.007 \u001b[31mERROR\u001b[0m Main     no\n",
        new LogLine(false, true).format(record(Level.SEVERE, "org.example.Main", "no")));
  }

  @Test
  void a_line_break_in_a_message_does_not_forge_a_record() {
    assertEquals(
        "2026-02-03 04:05:06.007 DEBUG x        one\n    two?[31m\n",
        line.format(record(Level.FINE, "x", "one\r\ntwo\u001b[31m\n")));
  }

  @Test
  void nothing_that_a_stranger_gave_moves_the_cursor() {
    LogRecord record = record(Level.SEVERE, "x", "a\u009b2Jb\u202ec");
    record.setThrown(new NumberFormatException("For input \u001b[2J\u009b2J\u202e"));
    String text = line.format(record);
    assertTrue(text.contains(" a?2Jb?c\n"), text);
    assertTrue(text.contains("For input ?[2J?2J?\n"), text);
  }

  @Test
  void an_unexpected_failure_comes_with_its_stack() {
    LogRecord record = record(Level.SEVERE, "x", "broken");
    record.setThrown(new IllegalStateException("why"));
    String text = line.format(record);
    assertTrue(text.contains("\n    java.lang.IllegalStateException: why\n"), text);
    assertTrue(text.contains("at hotshoe.runtime.log.LogLineTest"), text);
  }

  @Test
  void a_problem_is_told_in_words_and_needs_no_stack() {
    LogRecord record = record(Level.SEVERE, "x", "refused");
    record.setThrown(new ProblemException(Problem.error("HS-HOST-001", "no")));
    assertEquals("2026-02-03 04:05:06.007 ERROR x        refused\n", line.format(record));
  }

  private static LogRecord record(Level level, String logger, String message) {
    LogRecord record = new LogRecord(level, message);
    record.setLoggerName(logger);
    record.setInstant(
        LocalDateTime.of(2026, 2, 3, 4, 5, 6, 7_000_000)
            .atZone(ZoneId.systemDefault())
            .toInstant());
    return record;
  }
}
