package hotshoe.inventory.pattern;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Decides whether a name matches: a regular expression behind {@code ~}, which must match from the
 * beginning on, or a glob, which must match the whole name. Case counts. A regular expression may
 * look at only so many characters for all names together: some never come to an end.
 */
final class NameMatcher implements Predicate<String> {

  /** A million names of ordinary expressions need some ten million steps. */
  private static final long MOST_STEPS = 200_000_000L;

  private static final String SPECIAL = "*?[";

  private final String written;
  private final Pattern expression;
  private long steps;

  private NameMatcher(String written, Pattern expression) {
    this.written = written;
    this.expression = expression;
  }

  /** The matcher of an expression without subscript. */
  static Predicate<String> of(String expression) {
    if (expression.startsWith("~")) {
      return new NameMatcher(expression, regular(expression));
    }
    if (expression.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0)) {
      return expression::equals;
    }
    return new NameMatcher(expression, Pattern.compile(Glob.regular(expression), Pattern.DOTALL));
  }

  private static Pattern regular(String expression) {
    String home = expression.substring(1);
    try {
      return Pattern.compile(home.replace("(?P<", "(?<").replace("\\Z", "\\z"));
    } catch (PatternSyntaxException malformed) {
      throw PatternProblems.noExpression(expression, malformed.getDescription());
    } catch (StackOverflowError deep) {
      throw PatternProblems.noExpression(expression, "it is nested too deeply");
    }
  }

  @Override
  public boolean test(String name) {
    try {
      return expression.matcher(new Counted(name)).lookingAt();
    } catch (StackOverflowError deep) {
      throw PatternProblems.noExpression(written, "it goes too deep for the name '" + name + "'");
    }
  }

  /** A name that notes how often it is looked at. */
  private final class Counted implements CharSequence {

    private final String name;

    Counted(String name) {
      this.name = name;
    }

    @Override
    public char charAt(int index) {
      if (++steps > MOST_STEPS) {
        throw PatternProblems.endless(written, name);
      }
      return name.charAt(index);
    }

    @Override
    public int length() {
      return name.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return name.subSequence(start, end);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
