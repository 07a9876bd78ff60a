package hotshoe.inventory.value;

/** Thrown where text is not what it should be; whoever knows the file adds it. */
public final class Unreadable extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;

  /** Fails for this reason at this line; 0 where nobody knows. */
  public Unreadable(String why, int line) {
    super(why, null, false, false);
    this.line = line;
  }

  /** Where, the first line being 1; 0 where nobody knows. */
  public int line() {
    return line;
  }
}
