package hotshoe.inventory.expression;

/**
 * What a name stands for that nobody set. It can be asked for and handed on; every other use fails.
 *
 * @param why what is missing
 */
record Undefined(String why) {

  Failure failure() {
    return Failure.undefined(why);
  }
}
