package hotshoe.inventory.expression;

/**
 * What a name stands for that nobody set. It can be asked for and handed on; every other use fails.
 *
 * @param why what is missing
 * @param isEmpty whether it prints as nothing and counts as false instead of failing, as what a
 *     condition without {@code else} gives
 */
record Undefined(String why, boolean isEmpty) {

  Undefined(String why) {
    this(why, false);
  }

  Failure failure() {
    return Failure.undefined(why);
  }
}
