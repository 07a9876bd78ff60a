package hotshoe.type;

/**
 * Checks and converts values: once, in one place, for every door. Pure functions; they never throw
 * for any input, however hostile (depth and size are bounded), but report faults.
 */
public final class Values {

  private Values() {}

  /** How forgiving a check is. */
  public enum Reading {
    /** The input has the type's own form, as JSON has: a number is no text. */
    STRICT,
    /**
     * Text is converted where it has the one written form of the type: {@code true} and {@code
     * false} in lower case, numbers in decimal, moments in ISO 8601 with an offset (row CS-51).
     */
    TEXT,
    /**
     * As people type: also {@code yes}, {@code on} and {@code 1} for true, {@code a,b} for a list,
     * {@code k=v} for a map, blanks around numbers.
     */
    LENIENT
  }

  /** Whether secrets are written out. */
  public enum Secrets {
    /** They are starred out. For people and logs. */
    HIDDEN,
    /** They are written. For the one who must have them. */
    REVEALED
  }

  /**
   * Checks a value and converts it to canonical form.
   *
   * @param type what it should be
   * @param input a canonical value, or a plain one: text, numbers, booleans, lists, maps, null
   * @param reading how forgiving to be
   * @param path what to call the value in faults, or empty
   */
  public static Checked check(Type type, Object input, Reading reading, String path) {
    return new ValueCheck(reading).check(type, input, path);
  }

  /** The plain form of a canonical value: text, Long, Double, Boolean, lists, maps, null. */
  public static Object plain(Type type, Object canonical, Secrets secrets) {
    return PlainForm.of(type, canonical, secrets);
  }
}
