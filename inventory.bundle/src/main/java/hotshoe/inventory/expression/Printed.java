package hotshoe.inventory.expression;

/** Values as Python prints them. */
public final class Printed {

  private Printed() {}

  /**
   * As {@code str} prints it: a text as it is.
   *
   * @throws Failure when it is too large, or cannot be printed
   */
  public static String text(Object value) {
    return Letters.of(new Budget(), value);
  }
}
