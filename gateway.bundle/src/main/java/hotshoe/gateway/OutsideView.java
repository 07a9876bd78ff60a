package hotshoe.gateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts as they may be seen from outside: on one line, and of files no more than the name. What
 * stands in the host's own folders is written relative to them and stays as it is.
 */
final class OutsideView {

  private static final int LONGEST = 1000;

  /** An absolute path: begins with a slash or a drive, and not in the middle of something else. */
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?<![\\w./:\\\\-])(?:file:)?(?:/+|[A-Za-z]:[\\\\/])[^\\s:;,'\"()\\[\\]]*");

  private OutsideView() {}

  static String of(String text) {
    String line = text.lines().findFirst().orElse("");
    String shortened = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    return ABSOLUTE
        .matcher(shortened)
        .replaceAll(path -> Matcher.quoteReplacement(nameOf(path.group())));
  }

  private static String nameOf(String path) {
    String[] parts = path.split("[/\\\\]+", 0);
    return parts.length == 0 ? "/" : parts[parts.length - 1];
  }
}
