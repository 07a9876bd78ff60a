package hotshoe.inventory.expression;

import hotshoe.inventory.expression.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a template apart into words, as Jinja2 does. */
final class Lexer {

  private static final int LONGEST = 200_000;
  private static final Pattern NEWLINE = Pattern.compile("\\r\\n|\\r");
  private static final Pattern BEGIN =
      Pattern.compile("\\{%([-+]?)\\s*raw\\s*(?:-%\\}\\s*|%\\})|(\\{\\{|\\{%|\\{#)([-+]?)");
  private static final Pattern COMMENT_END = Pattern.compile("\\+#\\}|-#\\}\\s*|#\\}\\n?");
  private static final Pattern RAW_END =
      Pattern.compile("\\{%([-+]?)\\s*endraw\\s*(?:\\+%\\}|-%\\}\\s*|%\\}\\n?)");
  private static final Pattern BLOCK_END = Pattern.compile("\\+%\\}|-%\\}\\s*|%\\}\\n?");
  private static final Pattern VARIABLE_END = Pattern.compile("-\\}\\}\\s*|\\}\\}");
  private static final Pattern WORD =
      Pattern.compile(
          "(?<blank>\\s+)"
              + "|(?<float>(?<!\\.)(?:\\d+_)*+\\d+(?:(?:\\.(?:\\d+_)*+\\d+)?[eE][+-]?(?:\\d+_)*+\\d+"
              + "|\\.(?:\\d+_)*+\\d+))"
              + "|(?<integer>0[bB](?:_?[01])++|0[oO](?:_?[0-7])++|0[xX](?:_?[0-9a-fA-F])++"
              + "|[1-9](?:_?\\d)*+|0(?:_?0)*+)"
              + "|(?<name>[\\p{IsAlphabetic}\\p{IsDigit}_\\p{M}\\p{Pc}]++)"
              + "|(?<string>'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\")"
              + "|(?<operator>//|\\*\\*|==|!=|>=|<=|[-+/*%~\\[\\](){}><=.:|,;])",
          Pattern.DOTALL);
  private static final Pattern IDENTIFIER =
      Pattern.compile("[\\p{IsAlphabetic}_][\\p{IsAlphabetic}\\p{IsDigit}_\\p{M}\\p{Pc}]*+");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private final Deque<Character> open = new ArrayDeque<>();
  private int at;

  private Lexer(String source) {
    this.source = source;
  }

  /** The words of a template; backslashes in its print statements mean themselves. */
  static List<Token> tokens(String template) {
    if (template.length() > LONGEST) {
      throw Failure.tooMuch("a template has more than " + LONGEST + " letters");
    }
    String source = NEWLINE.matcher(template).replaceAll("\n");
    source = source.endsWith("\n") ? source.substring(0, source.length() - 1) : source;
    List<Token> tokens = new Lexer(source).all();
    boolean isEscaped = source.indexOf('\\') >= 0 && source.contains("{{");
    return isEscaped ? new Lexer(escaped(source, tokens)).all() : tokens;
  }

  /** Home doubles the backslashes of texts in print statements before it reads a template. */
  private static String escaped(String source, List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    int done = 0;
    boolean isIn = false;
    for (Token token : tokens) {
      isIn = token.kind() == Kind.VARIABLE_BEGIN || (isIn && token.kind() != Kind.VARIABLE_END);
      if (isIn && token.kind() == Kind.STRING) {
        text.append(source, done, token.start()).append(token.text().replace("\\", "\\\\"));
        done = token.end();
      }
    }
    return text.append(source, done, source.length()).toString();
  }

  private List<Token> all() {
    while (at < source.length()) {
      Matcher begin = BEGIN.matcher(source);
      if (!begin.find(at)) {
        data(source.length(), "");
        at = source.length();
      } else if (begin.group(2) == null) {
        data(begin.start(), begin.group(1));
        at = begin.end();
        raw();
      } else {
        data(begin.start(), begin.group(3));
        at = begin.end();
        marked(begin.group(2), begin.start());
      }
    }
    tokens.add(new Token(Kind.END, "", at, at));
    return tokens;
  }

  private void data(int end, String sign) {
    String text = source.substring(at, end);
    String kept = sign.equals("-") ? Texts.strippedRight(text) : text;
    if (!kept.isEmpty()) {
      tokens.add(new Token(Kind.DATA, kept, at, end));
    }
  }

  private void raw() {
    Matcher end = RAW_END.matcher(source);
    if (!end.find(at)) {
      throw Failure.wrong("Missing end of raw directive");
    }
    data(end.start(), end.group(1));
    at = end.end();
  }

  private void marked(String mark, int start) {
    if (mark.equals("{#")) {
      Matcher end = COMMENT_END.matcher(source);
      if (!end.find(at)) {
        throw Failure.wrong("Missing end of comment tag");
      }
      at = end.end();
      return;
    }
    boolean isVariable = mark.equals("{{");
    tokens.add(new Token(isVariable ? Kind.VARIABLE_BEGIN : Kind.BLOCK_BEGIN, mark, start, at));
    words(isVariable ? VARIABLE_END : BLOCK_END, isVariable ? Kind.VARIABLE_END : Kind.BLOCK_END);
  }

  private void words(Pattern ending, Kind kind) {
    Matcher end = ending.matcher(source).useTransparentBounds(true);
    Matcher word = WORD.matcher(source).useTransparentBounds(true);
    while (at < source.length()) {
      end.region(at, source.length());
      if (open.isEmpty() && end.lookingAt()) {
        tokens.add(new Token(kind, end.group(), at, end.end()));
        at = end.end();
        return;
      }
      word.region(at, source.length());
      if (!word.lookingAt()) {
        throw Failure.wrong("unexpected char '" + source.charAt(at) + "' at " + at);
      }
      word(word);
      at = word.end();
    }
  }

  private void word(Matcher word) {
    if (word.group("blank") != null) {
      return;
    }
    Kind kind =
        word.group("float") != null
            ? Kind.FLOAT
            : word.group("integer") != null
                ? Kind.INTEGER
                : word.group("name") != null
                    ? Kind.NAME
                    : word.group("string") != null ? Kind.STRING : Kind.OPERATOR;
    if (kind == Kind.NAME && !IDENTIFIER.matcher(word.group()).matches()) {
      throw Failure.wrong("Invalid character in identifier");
    }
    if (kind == Kind.OPERATOR) {
      balance(word.group().charAt(0));
    }
    tokens.add(new Token(kind, word.group(), at, word.end()));
  }

  private void balance(char sign) {
    int opening = "{([".indexOf(sign);
    if (opening >= 0) {
      open.push("})]".charAt(opening));
    } else if ("})]".indexOf(sign) >= 0) {
      if (open.isEmpty()) {
        throw Failure.wrong("unexpected '" + sign + "'");
      }
      char wanted = open.pop();
      if (wanted != sign) {
        throw Failure.wrong("unexpected '" + sign + "', expected '" + wanted + "'");
      }
    }
  }
}
