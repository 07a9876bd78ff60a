package hotshoe.type;

import java.util.List;
import java.util.Locale;

/** Tells whether text is a cron expression, field by field; the scheduler reads it for good. */
final class CronText {

  private static final int LONGEST = 1000;

  /** A field: its name, its least and greatest number, the names of its numbers from the least. */
  private record Part(String name, int least, int greatest, List<String> names) {}

  private static final Part SECOND = new Part("second", 0, 59, List.of());
  private static final Part YEAR = new Part("year", 1970, 2099, List.of());
  private static final List<Part> PARTS =
      List.of(
          new Part("minute", 0, 59, List.of()),
          new Part("hour", 0, 23, List.of()),
          new Part("day of the month", 1, 31, List.of()),
          new Part(
              "month",
              1,
              12,
              List.of(
                  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                  "dec")),
          new Part(
              "day of the week", 0, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));

  private CronText() {}

  static void check(String text) throws Unfit {
    String[] fields = text.length() > LONGEST ? new String[0] : text.trim().split("\\s+");
    if (fields.length < 5 || fields.length > 7) {
      throw new Unfit(
          Shown.of(text) + " is not a cron expression of 5 to 7 fields such as 0 6 * * mon-fri");
    }
    int first = fields.length == 5 ? 0 : 1;
    for (int i = 0; i < fields.length; i++) {
      Part part = i < first ? SECOND : i - first == PARTS.size() ? YEAR : PARTS.get(i - first);
      for (String item : fields[i].toLowerCase(Locale.ROOT).split(",", -1)) {
        if (!isItem(part, item) || (i == 0 && item.startsWith("?"))) {
          throw new Unfit(
              Shown.of(text)
                  + " is no cron expression: "
                  + Shown.of(item)
                  + " is no "
                  + part.name());
        }
      }
    }
  }

  private static boolean isItem(Part part, String item) {
    int slash = item.indexOf('/');
    if (slash < 0) {
      return isRange(part, item) || isLast(part, item);
    }
    int step = digits(item.substring(slash + 1));
    return step > 0 && step <= part.greatest() && isRange(part, item.substring(0, slash));
  }

  /** {@code l}, the last day, and {@code 5l}, the last such day. */
  private static boolean isLast(Part part, String item) {
    return part.name().startsWith("day")
        && item.endsWith("l")
        && (item.length() == 1 || number(part, item.substring(0, item.length() - 1)) >= 0);
  }

  private static boolean isRange(Part part, String range) {
    if (range.equals("*") || range.equals("?")) {
      return true;
    }
    int dash = range.indexOf('-');
    int from = number(part, dash < 0 ? range : range.substring(0, dash));
    int to = dash < 0 ? from : number(part, range.substring(dash + 1));
    boolean wraps = part.greatest() == 7;
    return from >= 0 && to >= 0 && (from <= to || wraps);
  }

  private static int number(Part part, String text) {
    int named = part.names().indexOf(text);
    int number = named >= 0 ? named + part.least() : digits(text);
    return number >= part.least() && number <= part.greatest() ? number : -1;
  }

  private static int digits(String text) {
    boolean digits = !text.isEmpty() && text.length() <= 4;
    for (int i = 0; i < text.length() && digits; i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? Integer.parseInt(text) : -1;
  }
}
