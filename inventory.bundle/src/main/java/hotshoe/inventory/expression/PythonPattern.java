package hotshoe.inventory.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression of Python, which reads like one of Java but is not quite the same. */
final class PythonPattern {

  private static final int LONGEST = 20_000;
  private static final Pattern COUNT = Pattern.compile("\\{(\\d*)(,?)(\\d*)\\}");

  private final String source;
  private final boolean isMultiline;
  private final StringBuilder java = new StringBuilder();
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private int at;
  private int groups;

  private PythonPattern(String source, boolean isMultiline) {
    this.source = source;
    this.isMultiline = isMultiline;
  }

  /**
   * A pattern that is ready to be used.
   *
   * @param pattern Java's form of it
   * @param names which group has which name
   */
  record Ready(Pattern pattern, Map<String, Integer> names) {

    /** A matcher that counts what it looks at. */
    Matcher matcher(Budget budget, String text) {
      return pattern.matcher(new CountedText(budget, text, 0, text.length()));
    }
  }

  /** Makes a pattern, which may be anything that somebody wrote. */
  static Ready of(String source, boolean ignoresCase, boolean isMultiline) {
    if (source.length() > LONGEST) {
      throw Failure.tooMuch("a regular expression has more than " + LONGEST + " letters");
    }
    int flags = Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS;
    flags |= ignoresCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    flags |= isMultiline ? Pattern.MULTILINE : 0;
    PythonPattern translation = new PythonPattern(source, isMultiline);
    try {
      return new Ready(Pattern.compile(translation.all(), flags), translation.names);
    } catch (PatternSyntaxException malformed) {
      throw Failure.wrong("not a regular expression: " + malformed.getDescription());
    } catch (StackOverflowError deep) {
      throw Failure.tooMuch("a regular expression is nested too deep");
    }
  }

  private String all() {
    while (at < source.length()) {
      char letter = source.charAt(at);
      switch (letter) {
        case '\\' -> escape(false);
        case '[' -> letters();
        case '(' -> group();
        case '{' -> count();
        case '}' -> add("\\}");
        case '^' -> add(isMultiline ? "(?<![^\\n])" : "^");
        default -> add(String.valueOf(letter));
      }
    }
    return java.toString();
  }

  private void add(String text) {
    java.append(text);
    at++;
  }

  private void count() {
    Matcher count = COUNT.matcher(source).region(at, source.length());
    boolean isCount = count.lookingAt() && !(count.group(1).isEmpty() && count.group(3).isEmpty());
    if (!isCount) {
      add("\\{");
      return;
    }
    String least = count.group(1).isEmpty() ? "0" : count.group(1);
    java.append('{').append(least).append(count.group(2)).append(count.group(3)).append('}');
    at = count.end();
  }

  private void group() {
    if (!source.startsWith("(?", at)) {
      groups++;
      add("(");
    } else if (source.startsWith("(?P<", at)) {
      int end = source.indexOf('>', at);
      groups++;
      names.put(source.substring(at + 4, mustBe(end)), groups);
      java.append('(');
      at = end + 1;
    } else if (source.startsWith("(?P=", at)) {
      int end = mustBe(source.indexOf(')', at));
      Integer number = names.get(source.substring(at + 4, end));
      if (number == null) {
        throw Failure.wrong("unknown group name in a regular expression");
      }
      java.append("(?:\\").append(number).append(')');
      at = end + 1;
    } else if (source.startsWith("(?#", at)) {
      at = mustBe(source.indexOf(')', at)) + 1;
    } else {
      special();
    }
  }

  private static int mustBe(int place) {
    if (place < 0) {
      throw Failure.wrong("missing ), unterminated name in a regular expression");
    }
    return place;
  }

  private void special() {
    char kind = at + 2 < source.length() ? source.charAt(at + 2) : ')';
    boolean isFlags = "imsx-".indexOf(kind) >= 0;
    if (!isFlags && ":=!<>".indexOf(kind) < 0) {
      throw Failure.notAvailable("(?" + kind + " in a regular expression");
    }
    boolean isNamed =
        kind == '<' && at + 3 < source.length() && "=!".indexOf(source.charAt(at + 3)) < 0;
    if (isNamed) {
      throw Failure.wrong("unknown extension ?<" + source.charAt(at + 3));
    }
    boolean isVerbose =
        isFlags && source.substring(at, mustBe(source.indexOf(')', at))).contains("x");
    if (isVerbose) {
      throw Failure.notAvailable("(?x) in a regular expression");
    }
    java.append("(?").append(kind);
    at += 3;
  }

  private void letters() {
    java.append('[');
    at++;
    if (at < source.length() && source.charAt(at) == '^') {
      add("^");
    }
    boolean isFirst = true;
    while (at < source.length() && (isFirst || source.charAt(at) != ']')) {
      char letter = source.charAt(at);
      if (letter == '\\') {
        escape(true);
      } else {
        add("[]&^".indexOf(letter) >= 0 ? "\\" + letter : String.valueOf(letter));
      }
      isFirst = false;
    }
    if (at >= source.length()) {
      throw Failure.wrong("unterminated character set");
    }
    add("]");
  }

  private void escape(boolean isInLetters) {
    if (at + 1 >= source.length()) {
      throw Failure.wrong("bad escape (end of pattern)");
    }
    char letter = source.charAt(at + 1);
    at += 2;
    switch (letter) {
      case 'v' -> java.append("\\x0B");
      case 'Z' -> java.append(isInLetters ? bad(letter) : "\\z");
      case 'A', 'B' -> java.append(isInLetters ? bad(letter) : "\\" + letter);
      case 'b' -> java.append(isInLetters ? "\\x08" : "\\b");
      case '0' -> octal();
      case 'U' -> wide();
      case 'a', 'd', 'D', 'f', 'n', 'r', 's', 'S', 't', 'u', 'w', 'W', 'x', 'N' ->
          java.append('\\').append(letter);
      default -> other(letter, isInLetters);
    }
  }

  private static String bad(char letter) {
    throw Failure.wrong("bad escape \\" + letter);
  }

  private void other(char letter, boolean isInLetters) {
    boolean isWord = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    if (isWord) {
      bad(letter);
    }
    if (letter >= '1' && letter <= '9' && !isInLetters) {
      int number = letter - '0';
      if (at < source.length() && Character.isDigit(source.charAt(at))) {
        number = number * 10 + source.charAt(at) - '0';
        at++;
      }
      if (number > groups) {
        throw Failure.wrong("invalid group reference " + number);
      }
      java.append("(?:\\").append(number).append(')');
    } else if (letter < 128 && !Character.isLetterOrDigit(letter)) {
      java.append('\\').append(letter);
    } else {
      java.append(letter);
    }
  }

  private void octal() {
    int end = at;
    while (end < source.length() && end < at + 2 && "01234567".indexOf(source.charAt(end)) >= 0) {
      end++;
    }
    java.append("\\0").append(end == at ? "0" : source.substring(at, end));
    at = end;
  }

  private void wide() {
    int end = Math.min(source.length(), at + 8);
    java.append("\\x{").append(source, at, end).append('}');
    at = end;
  }

  /** Text that counts how often somebody looks at it, so that no search goes on for ever. */
  private record CountedText(Budget budget, String text, int start, int end)
      implements CharSequence {

    @Override
    public int length() {
      return end - start;
    }

    @Override
    public char charAt(int index) {
      budget.step();
      return text.charAt(start + index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new CountedText(budget, text, start + from, start + to);
    }

    @Override
    public String toString() {
      return text.substring(start, end);
    }
  }
}
