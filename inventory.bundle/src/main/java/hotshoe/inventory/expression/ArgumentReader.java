package hotshoe.inventory.expression;

import hotshoe.inventory.expression.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what filters, tests, methods and functions are given. */
final class ArgumentReader {

  private final ExpressionParser expressions;
  private final Words words;

  ArgumentReader(ExpressionParser expressions, Words words) {
    this.expressions = expressions;
    this.words = words;
  }

  /** What stands behind the name of a test: something between brackets, or one value. */
  Arguments ofTest() {
    Token token = words.current();
    if (token.isOperator("(")) {
      return read();
    }
    boolean isValue =
        switch (token.kind()) {
          case NAME -> !Set.of("else", "or", "and").contains(token.text());
          case STRING, INTEGER, FLOAT -> true;
          default -> token.isOperator("[") || token.isOperator("{");
        };
    if (!isValue) {
      return Arguments.NONE;
    }
    if (token.isName("is")) {
      throw Failure.wrong("You cannot chain multiple tests with is");
    }
    return Arguments.of(expressions.postfix(expressions.primary()));
  }

  /** What stands between round brackets. */
  Arguments read() {
    words.expectOperator("(");
    words.enter();
    List<Node> plain = new ArrayList<>();
    Map<String, Node> named = new LinkedHashMap<>();
    Optional<Node> more = Optional.empty();
    Optional<Node> moreNamed = Optional.empty();
    boolean isFirst = true;
    while (!words.isOperator(")")) {
      if (!isFirst) {
        words.expectOperator(",");
        if (words.isOperator(")")) {
          break;
        }
      }
      isFirst = false;
      mustHold(moreNamed.isEmpty());
      if (words.skipOperator("*")) {
        mustHold(more.isEmpty());
        more = Optional.of(expressions.expression());
      } else if (words.skipOperator("**")) {
        moreNamed = Optional.of(expressions.expression());
      } else if (words.isKind(Kind.NAME) && words.following().isOperator("=")) {
        String name = words.next().text();
        words.next();
        mustHold(named.put(name, expressions.expression()) == null);
      } else {
        mustHold(more.isEmpty() && named.isEmpty());
        plain.add(expressions.expression());
      }
    }
    words.expectOperator(")");
    words.leave();
    return new Arguments(plain, named, more, moreNamed);
  }

  private static void mustHold(boolean isSo) {
    if (!isSo) {
      throw Failure.wrong("invalid syntax for function call expression");
    }
  }
}
