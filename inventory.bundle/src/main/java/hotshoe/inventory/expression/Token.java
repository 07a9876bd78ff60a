package hotshoe.inventory.expression;

/**
 * A word of a template.
 *
 * @param kind what it is
 * @param text as it is written; of text between the marks, what is left of it
 * @param start where it begins
 * @param end where it ends
 */
record Token(Kind kind, String text, int start, int end) {

  /** What a word is. */
  enum Kind {
    DATA,
    VARIABLE_BEGIN,
    VARIABLE_END,
    BLOCK_BEGIN,
    BLOCK_END,
    NAME,
    STRING,
    INTEGER,
    FLOAT,
    OPERATOR,
    END
  }

  boolean is(Kind wanted, String word) {
    return kind == wanted && text.equals(word);
  }

  boolean isName(String word) {
    return is(Kind.NAME, word);
  }

  boolean isOperator(String sign) {
    return is(Kind.OPERATOR, sign);
  }

  /** What people are told stands there. */
  String shown() {
    return switch (kind) {
      case END -> "end of template";
      case VARIABLE_END -> "end of print statement";
      case BLOCK_END -> "end of statement block";
      case DATA -> "template data / text";
      case STRING -> "string";
      default -> text;
    };
  }
}
