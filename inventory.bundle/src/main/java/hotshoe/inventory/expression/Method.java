package hotshoe.inventory.expression;

/**
 * A method of a value, or a function that is always there.
 *
 * @param self the value; nothing for a function
 * @param name its name
 */
record Method(Object self, String name) {}
