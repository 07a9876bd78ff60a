package hotshoe.type;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks and converts values: once, in one place, for every door. Pure functions; they never throw
 * for any input, however hostile, but report faults: at most 100 of them, each of at most 300
 * characters. They look at 64 levels and 2,000,000 values at most. What an input's own code throws
 * is a fault too; only code that never returns cannot be helped.
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
     * As people type: also {@code yes}, {@code on} and {@code 1} for true, {@code a,b} or JSON for
     * a list, {@code k=v,l=w} or JSON for a map or a record, blanks around numbers, numbers for
     * text, choices in any letter case, moments without an offset, which are in UTC.
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

  /** The canonical form of a value that an author wrote, who must be told when it is none. */
  static Object canonical(Type type, Object input, Reading reading, String what) {
    Checked checked = check(type, input, reading, what);
    if (checked instanceof Checked.Valid valid) {
      return valid.value();
    }
    List<Fault> faults = ((Checked.Invalid) checked).faults();
    throw new IllegalArgumentException(
        faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
  }

  /** The plain form of a canonical value: text, Long, Double, Boolean, lists, maps, null. */
  public static Object plain(Type type, Object canonical, Secrets secrets) {
    return PlainForm.of(type, canonical, secrets);
  }
}
