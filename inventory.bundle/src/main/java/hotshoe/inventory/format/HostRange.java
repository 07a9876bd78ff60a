package hotshoe.inventory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Names with ranges of numbers or letters in them, written out: {@code web[01:20:2].example},
 * {@code rack[a:f]node[1:8]} (row AN-24). The leftmost range varies slowest.
 */
final class HostRange {

  static final long MOST_HOSTS = 2_000_000;

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private HostRange() {}

  /** One range with the text before it. */
  private record Part(String head, int count, IntFunction<String> item) {}

  /** Every name that the pattern stands for; the pattern itself if there is no range in it. */
  static List<String> names(String pattern) throws WrongRange {
    if (pattern.indexOf('[') < 0) {
      return List.of(pattern);
    }
    List<Part> parts = new ArrayList<>();
    String rest = pattern;
    long count = 1;
    while (rest.indexOf('[') >= 0 && count > 0) {
      String[] pieces = pieces(rest);
      parts.add(part(pieces[0], pieces[1]));
      count *= parts.get(parts.size() - 1).count();
      if (count > MOST_HOSTS) {
        throw new WrongRange("host range has more than " + MOST_HOSTS + " hosts");
      }
      rest = pieces[2];
    }
    List<String> names = new ArrayList<>((int) count);
    if (count > 0) {
      expand(parts, 0, "", rest, names);
    }
    return names;
  }

  private static void expand(
      List<Part> parts, int at, String before, String tail, List<String> names) {
    Part part = parts.get(at);
    for (int i = 0; i < part.count(); i++) {
      String name = before + part.head() + part.item().apply(i);
      if (at + 1 < parts.size()) {
        expand(parts, at + 1, name, tail, names);
      } else {
        names.add(name + tail);
      }
    }
  }

  /** Before, inside and after the first brackets. */
  private static String[] pieces(String text) throws WrongRange {
    String marked = text.replaceFirst("\\[", "|").replaceFirst("\\]", "|");
    String[] pieces = marked.split("\\|", -1);
    if (pieces.length < 3) {
      throw new WrongRange("not enough values to unpack (expected 3, got " + pieces.length + ")");
    }
    if (pieces.length > 3) {
      throw new WrongRange("too many values to unpack (expected 3)");
    }
    return pieces;
  }

  private static Part part(String head, String range) throws WrongRange {
    String[] bounds = range.split(":", -1);
    if (bounds.length != 2 && bounds.length != 3) {
      throw new WrongRange("host range must be begin:end or begin:end:step");
    }
    String begin = bounds[0].isEmpty() ? "0" : bounds[0];
    String end = bounds[1];
    if (end.isEmpty()) {
      throw new WrongRange("host range must specify end value");
    }
    boolean isPadded = begin.charAt(0) == '0' && begin.length() > 1;
    if (isPadded && begin.length() != end.length()) {
      throw new WrongRange("host range must specify equal-length begin and end formats");
    }
    String step = bounds.length == 3 ? bounds[2] : "1";
    return isPadded
        ? numbers(head, begin, end, step, begin.length())
        : part(head, begin, end, step);
  }

  private static Part part(String head, String begin, String end, String step) throws WrongRange {
    int first = LETTERS.indexOf(begin);
    int last = LETTERS.indexOf(end);
    if (first < 0 || last < 0) {
      return numbers(head, begin, end, step, 1);
    }
    if (first > last) {
      throw new WrongRange("host range must have begin <= end");
    }
    long by = number(step);
    if (by == 0) {
      return numbers(head, begin, end, step, 1);
    }
    int count = by < 0 ? 0 : (int) Math.min(last - first + 1, (last - first) / by + 1);
    return new Part(head, count, i -> String.valueOf(LETTERS.charAt((int) (first + i * by))));
  }

  private static Part numbers(String head, String begin, String end, String step, int width)
      throws WrongRange {
    long first = number(begin);
    long last = number(end);
    long by = number(step);
    if (by == 0) {
      throw new WrongRange("range() arg 3 must not be zero");
    }
    long count = by < 0 ? down(first, last + 1, by) : last < first ? 0 : (last - first) / by + 1;
    if (count > MOST_HOSTS) {
      throw new WrongRange("host range has more than " + MOST_HOSTS + " hosts");
    }
    return new Part(head, (int) count, i -> padded(first + i * by, width));
  }

  /** How many numbers lie between two when one counts down; the second is not among them. */
  private static long down(long first, long end, long by) {
    return first <= end ? 0 : (first - end - 1) / -by + 1;
  }

  private static String padded(long number, int width) {
    String digits = Long.toString(Math.abs(number));
    String sign = number < 0 ? "-" : "";
    return sign + "0".repeat(Math.max(0, width - sign.length() - digits.length())) + digits;
  }

  private static long number(String text) throws WrongRange {
    String digits = text.strip();
    boolean isNumber = digits.matches("[+-]?[0-9]+(_[0-9]+)*") && digits.length() < LONGEST_NUMBER;
    if (!isNumber) {
      String shown = text.length() > LONGEST_NUMBER ? text.substring(0, LONGEST_NUMBER) : text;
      throw new WrongRange("invalid literal for int() with base 10: '" + shown + "'");
    }
    return Long.parseLong(digits.replace("_", ""));
  }

  private static final int LONGEST_NUMBER = 18;

  /** The pattern is no range, for this reason. */
  static final class WrongRange extends Exception {
    private static final long serialVersionUID = 1L;

    WrongRange(String why) {
      super(why, null, false, false);
    }
  }
}
