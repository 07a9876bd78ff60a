package hotshoe.inventory.expression;

import hotshoe.inventory.expression.Token.Kind;
import java.util.List;

/** The words of a template, one after another. */
final class Words {

  private static final int DEEPEST = 80;

  private final List<Token> tokens;
  private int at;
  private int depth;

  Words(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token current() {
    return tokens.get(at);
  }

  Token following() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token next() {
    Token token = current();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean isKind(Kind kind) {
    return current().kind() == kind;
  }

  boolean isOperator(String sign) {
    return current().isOperator(sign);
  }

  boolean isName(String word) {
    return current().isName(word);
  }

  /** Passes over a name, if it stands here. */
  boolean skipName(String word) {
    if (isName(word)) {
      next();
      return true;
    }
    return false;
  }

  boolean skipOperator(String sign) {
    if (isOperator(sign)) {
      next();
      return true;
    }
    return false;
  }

  void expectOperator(String sign) {
    if (!skipOperator(sign)) {
      throw unexpected(sign);
    }
  }

  String expectName() {
    if (!isKind(Kind.NAME)) {
      throw unexpected("name");
    }
    return next().text();
  }

  void expect(Kind kind, String shown) {
    if (!isKind(kind)) {
      throw unexpected(shown);
    }
    next();
  }

  private Failure unexpected(String wanted) {
    return Failure.wrong("expected token '" + wanted + "', got '" + current().shown() + "'");
  }

  /** One level deeper. */
  void enter() {
    depth++;
    if (depth > DEEPEST) {
      throw Failure.tooMuch("an expression is nested deeper than " + DEEPEST + " levels");
    }
  }

  void leave() {
    depth--;
  }
}
