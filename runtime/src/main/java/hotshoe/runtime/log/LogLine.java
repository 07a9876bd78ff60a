package hotshoe.runtime.log;

import hotshoe.problem.ProblemException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * One line for people: time, level, who says it, what. A stack trace follows only for what nobody
 * expected.
 */
final class LogLine extends Formatter {

  private static final Pattern MISLEADING = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\n\t]]");
  private static final String PLAIN = "\u001b[0m";

  private final boolean dated;
  private final boolean coloured;

  /**
   * A format.
   *
   * @param dated whether the day is worth saying
   * @param coloured whether the reader is a terminal that shows colours
   */
  LogLine(boolean dated, boolean coloured) {
    this.dated = dated;
    this.coloured = coloured;
  }

  @Override
  public String format(LogRecord record) {
    StringBuilder text = new StringBuilder(160);
    appendTime(LocalDateTime.ofInstant(record.getInstant(), ZoneId.systemDefault()), text);
    text.append(' ').append(coloured ? colour(record.getLevel()) : "");
    padded(title(record.getLevel()), 5, text);
    text.append(coloured ? PLAIN : "").append(' ');
    padded(speaker(record.getLoggerName()), 8, text);
    text.append(' ').append(inOneRecord(formatMessage(record))).append('\n');
    appendCause(record.getThrown(), text);
    return text.toString();
  }

  private void appendTime(LocalDateTime time, StringBuilder text) {
    if (dated) {
      digits(time.getYear(), 4, text);
      digits(time.getMonthValue(), 2, text.append('-'));
      digits(time.getDayOfMonth(), 2, text.append('-'));
      text.append(' ');
    }
    digits(time.getHour(), 2, text);
    digits(time.getMinute(), 2, text.append(':'));
    digits(time.getSecond(), 2, text.append(':'));
    digits(time.getNano() / 1_000_000, 3, text.append('.'));
  }

  private static void digits(int number, int width, StringBuilder text) {
    String digits = Integer.toString(number);
    text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
  }

  private static void padded(String word, int width, StringBuilder text) {
    text.append(word).append(" ".repeat(Math.max(0, width - word.length())));
  }

  /** A room of the house, or the simple name of anybody else's class. */
  private static String speaker(String logger) {
    if (logger == null) {
      return "-";
    }
    String[] parts = logger.split("\\.");
    if (parts.length > 1 && parts[0].equals("hotshoe")) {
      return parts[1].equals("runtime") ? "host" : parts[1];
    }
    return parts.length == 0 ? logger : parts[parts.length - 1];
  }

  /** A line break in a message must not look like the beginning of another record. */
  private static String inOneRecord(String message) {
    return shown(String.valueOf(message).stripTrailing().replaceAll("\\R", "\n    "));
  }

  /** Without what moves a terminal's cursor or turns the direction of reading. */
  private static String shown(String text) {
    return MISLEADING.matcher(text).replaceAll("?");
  }

  private static void appendCause(Throwable cause, StringBuilder text) {
    if (cause != null && !(cause instanceof ProblemException)) {
      StringWriter stack = new StringWriter();
      cause.printStackTrace(new PrintWriter(stack, true));
      // Its messages quote whatever a stranger gave.
      shown(stack.toString().replace("\r", ""))
          .lines()
          .forEach(line -> text.append("    ").append(line).append('\n'));
    }
  }

  private static String title(Level level) {
    int value = level.intValue();
    if (value >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (value >= Level.WARNING.intValue()) {
      return "WARN";
    }
    if (value >= Level.CONFIG.intValue()) {
      return "INFO";
    }
    return value >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
  }

  private static String colour(Level level) {
    int value = level.intValue();
    if (value >= Level.SEVERE.intValue()) {
      return "\u001b[31m";
    }
    if (value >= Level.WARNING.intValue()) {
      return "\u001b[33m";
    }
    return value >= Level.CONFIG.intValue() ? "\u001b[32m" : "\u001b[2m";
  }
}
