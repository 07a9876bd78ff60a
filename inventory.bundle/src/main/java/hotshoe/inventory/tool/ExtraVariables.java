package hotshoe.inventory.tool;

import static java.util.regex.Matcher.quoteReplacement;

import hotshoe.inventory.value.DataText;
import hotshoe.inventory.value.Unreadable;
import hotshoe.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Variables given on the command line: pairs, JSON, YAML, or a file with either of the last. */
final class ExtraVariables {

  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:U[0-9a-fA-F]{8}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[0-7]{1,3}|[\\\\'\"abfnrtv])");

  private final Function<String, Object> files;
  private final BinaryOperator<Map<Object, Object>> merging;

  /**
   * Reads with these.
   *
   * @param files what a file of this name holds
   * @param merging how two sets of variables meet
   */
  ExtraVariables(Function<String, Object> files, BinaryOperator<Map<Object, Object>> merging) {
    this.files = files;
    this.merging = merging;
  }

  /** What all of them say together. */
  Map<Object, Object> of(List<String> texts) throws Refusal {
    Map<Object, Object> all = new LinkedHashMap<>();
    for (String text : texts) {
      if (!text.isEmpty()) {
        all = merging.apply(all, one(text));
      }
    }
    return all;
  }

  private Map<Object, Object> one(String text) throws Refusal {
    char first = text.charAt(0);
    if (first == '/' || first == '.') {
      throw new Refusal(ToolProblems.noExtraFile(text), Refusal.BAD_OPTIONS);
    }
    if (first != '@' && first != '{' && first != '[') {
      return pairs(text);
    }
    if (!(data(text) instanceof Map<?, ?> map)) {
      throw new Refusal(ToolProblems.noMap(text), Refusal.BAD_OPTIONS);
    }
    return new LinkedHashMap<>(map);
  }

  private Object data(String text) throws Refusal {
    try {
      return text.startsWith("@")
          ? files.apply(text.substring(1))
          : DataText.read(text, (key, line) -> {});
    } catch (Unreadable unlike) {
      throw new Refusal(
          ToolProblems.noMap(text).because(String.valueOf(unlike.getMessage())),
          Refusal.BAD_OPTIONS);
    } catch (ProblemException unreadable) {
      throw new Refusal(unreadable.problems(), Refusal.BAD_OPTIONS);
    }
  }

  private static Map<Object, Object> pairs(String text) throws Refusal {
    Map<Object, Object> pairs = new LinkedHashMap<>();
    for (String written : words(text)) {
      String word = ESCAPE.matcher(written).replaceAll(e -> quoteReplacement(meant(e.group())));
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new Refusal(ToolProblems.noMap(text), Refusal.BAD_OPTIONS);
      }
      pairs.put(word.substring(0, equals).strip(), unquoted(word.substring(equals + 1).strip()));
    }
    return pairs;
  }

  /** What an escape of Python's stands for. */
  private static String meant(String escape) {
    char kind = escape.charAt(1);
    int plain = "abfnrtv".indexOf(kind);
    if (plain >= 0) {
      return String.valueOf("\u0007\b\f\n\r\t\u000b".charAt(plain));
    }
    if ("Uux".indexOf(kind) >= 0) {
      int point = (int) Long.parseLong(escape.substring(2), 16);
      return Character.isValidCodePoint(point) ? Character.toString(point) : escape;
    }
    return kind >= '0' && kind <= '7'
        ? Character.toString(Integer.parseInt(escape.substring(1), 8))
        : String.valueOf(kind);
  }

  /** Blanks part words, but for those in quotes and in double braces. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    int braces = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isQuote = (c == '"' || c == '\'') && (quote == 0 || quote == c);
      boolean isEscaped = i > 0 && text.charAt(i - 1) == '\\';
      if (isQuote && !isEscaped) {
        quote = quote == 0 ? c : 0;
      }
      braces += text.startsWith("{{", i) ? 1 : text.startsWith("}}", i) && braces > 0 ? -1 : 0;
      if (Character.isWhitespace(c) && quote == 0 && braces == 0) {
        close(word, words);
      } else {
        word.append(c);
      }
    }
    close(word, words);
    return words;
  }

  private static void close(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static String unquoted(String text) {
    boolean isQuoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(0) == text.charAt(text.length() - 1);
    return isQuoted ? text.substring(1, text.length() - 1) : text;
  }
}
