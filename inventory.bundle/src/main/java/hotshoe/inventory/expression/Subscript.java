package hotshoe.inventory.expression;

import hotshoe.type.NothingValue;

/**
 * What stands between square brackets behind a value: one expression, or a slice of up to three.
 *
 * @param start the first, or the only one
 * @param end the second
 * @param step the third
 * @param isSlice whether there was a colon
 */
record Subscript(Node start, Node end, Node step, boolean isSlice) {

  private static final Node NOTHING = new Node.Constant(NothingValue.NOTHING);

  static Subscript read(ExpressionParser parser, Words words) {
    Node start = NOTHING;
    if (!words.isOperator(":")) {
      start = parser.expression();
      if (!words.isOperator(":")) {
        return new Subscript(start, NOTHING, NOTHING, false);
      }
    }
    words.next();
    boolean hasEnd = !words.isOperator(":") && !isOver(words);
    Node end = hasEnd ? parser.expression() : NOTHING;
    boolean hasStep = words.skipOperator(":") && !isOver(words);
    return new Subscript(start, end, hasStep ? parser.expression() : NOTHING, true);
  }

  private static boolean isOver(Words words) {
    return words.isOperator("]") || words.isOperator(",");
  }

  /** What is there of a value. */
  Object of(Scope scope, Object value) {
    if (!isSlice) {
      return Attributes.item(scope.budget(), value, start.value(scope));
    }
    Bounds bounds = new Bounds(start.value(scope), end.value(scope), step.value(scope));
    return Items.slice(scope.budget(), value, bounds);
  }

  /** The expression, where several stand between the brackets. */
  Node single() {
    if (isSlice) {
      throw Failure.notAvailable("several slices in one pair of brackets");
    }
    return start;
  }
}
