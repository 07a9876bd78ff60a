package hotshoe.inventory.expression;

import hotshoe.inventory.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads templates: text with expressions, conditions, loops and names in it. */
final class TemplateParser {

  private static final Set<String> OTHERS =
      Set.of(
          "block",
          "extends",
          "include",
          "import",
          "from",
          "macro",
          "call",
          "filter",
          "with",
          "autoescape",
          "print",
          "do",
          "break",
          "continue",
          "trans");

  private final Words words;
  private final ExpressionParser expressions;

  private TemplateParser(Words words) {
    this.words = words;
    this.expressions = new ExpressionParser(words);
  }

  /** What a template is. */
  static Statement parse(String template) {
    TemplateParser parser = new TemplateParser(new Words(Lexer.tokens(template)));
    List<Statement> body = parser.body(Set.of());
    return all(body);
  }

  private static Statement all(List<Statement> body) {
    return (scope, printed) -> body.forEach(statement -> statement.run(scope, printed));
  }

  /** Statements until one of these words, which is left for the caller. */
  private List<Statement> body(Set<String> ends) {
    List<Statement> body = new ArrayList<>();
    while (!words.isKind(Kind.END)) {
      if (words.isKind(Kind.DATA)) {
        String text = words.next().text();
        body.add((scope, printed) -> printed.add(text));
      } else if (words.isKind(Kind.VARIABLE_BEGIN)) {
        body.add(print());
      } else {
        words.next();
        if (words.isKind(Kind.NAME) && ends.contains(words.current().text())) {
          return body;
        }
        body.add(statement());
        words.expect(Kind.BLOCK_END, "end of statement block");
      }
    }
    if (!ends.isEmpty()) {
      throw Failure.wrong("Unexpected end of template");
    }
    return body;
  }

  private Statement print() {
    words.next();
    Node node = expressions.several(true);
    words.expect(Kind.VARIABLE_END, "end of print statement");
    return (scope, printed) -> printed.add(scope.session().finished(node.value(scope)));
  }

  private Statement statement() {
    String word = words.isKind(Kind.NAME) ? words.next().text() : "";
    words.enter();
    Statement statement =
        switch (word) {
          case "if" -> condition();
          case "for" -> loop();
          case "set" -> assignment();
          default -> throw unknown(word);
        };
    words.leave();
    return statement;
  }

  private static Failure unknown(String word) {
    return OTHERS.contains(word)
        ? Failure.notAvailable("{% " + word + " %} in a template")
        : Failure.wrong("Encountered unknown tag '" + word + "'.");
  }

  private Statement condition() {
    Node test = expressions.several(false);
    words.expect(Kind.BLOCK_END, "end of statement block");
    Statement yes = all(body(Set.of("elif", "else", "endif")));
    String word = words.next().text();
    Statement no = (scope, printed) -> {};
    if (word.equals("elif")) {
      no = condition();
    } else if (word.equals("else")) {
      words.expect(Kind.BLOCK_END, "end of statement block");
      no = all(body(Set.of("endif")));
      words.next();
    }
    Statement otherwise = no;
    return (scope, printed) -> {
      if (Kinds.isTrue(test.value(scope))) {
        yes.run(scope, printed);
      } else {
        otherwise.run(scope, printed);
      }
    };
  }

  private List<String> targets() {
    List<String> names = new ArrayList<>();
    boolean isBracketed = words.skipOperator("(");
    names.add(words.expectName());
    while (words.skipOperator(",")) {
      names.add(words.expectName());
    }
    if (isBracketed) {
      words.expectOperator(")");
    }
    if (words.isOperator(".")) {
      throw Failure.notAvailable("setting a part of a value");
    }
    return names;
  }

  private Statement loop() {
    List<String> names = targets();
    if (!words.skipName("in")) {
      throw Failure.wrong("expected token 'in', got '" + words.current().shown() + "'");
    }
    Node items = expressions.several(false);
    Optional<Node> filter =
        words.skipName("if") ? Optional.of(expressions.expression()) : Optional.empty();
    if (words.isName("recursive")) {
      throw Failure.notAvailable("recursive loops");
    }
    words.expect(Kind.BLOCK_END, "end of statement block");
    Statement body = all(body(Set.of("else", "endfor")));
    Statement none = (scope, printed) -> {};
    if (words.next().text().equals("else")) {
      words.expect(Kind.BLOCK_END, "end of statement block");
      none = all(body(Set.of("endfor")));
      words.next();
    }
    return new Loop(names, items, filter, body, none);
  }

  private Statement assignment() {
    List<String> names = targets();
    if (!words.skipOperator("=")) {
      throw Failure.notAvailable("{% set %} with a body");
    }
    Node node = expressions.several(true);
    return (scope, printed) -> Loop.assign(scope, names, node.value(scope));
  }
}
