package hotshoe.house;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Lines of a source that hold code: neither empty nor only comment. */
final class CodeLines {

  /**
   * Text blocks, strings and characters are matched first, so that what looks like a comment inside
   * them is none.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"\"\"(?:\\\\.|[^\\\\])*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'|(//[^\\n]*|/\\*[\\s\\S]*?\\*/)");

  private CodeLines() {}

  static long count(String source) {
    return withoutComments(source).lines().filter(line -> !line.isBlank()).count();
  }

  static String withoutComments(String source) {
    return TOKEN
        .matcher(source)
        .replaceAll(token -> java.util.regex.Matcher.quoteReplacement(kept(token)));
  }

  /** Comments leave their line ends behind, so that line numbers stay. */
  private static String kept(MatchResult token) {
    return token.group(1) == null ? token.group() : token.group(1).replaceAll("[^\\n]+", "");
  }
}
