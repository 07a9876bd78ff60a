package hotshoe.inventory.expression;

/** A template or an expression has no value. */
public final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** In which way. */
  public enum Kind {
    /** Something that it needs is not there. */
    UNDEFINED,
    /** It is wrong, or the values do not fit. */
    WRONG,
    /** It may be right, but cannot be evaluated here. */
    NOT_AVAILABLE,
    /** It takes more time or room than it may. */
    TOO_MUCH
  }

  private final Kind kind;

  private Failure(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  static Failure undefined(String what) {
    return new Failure(Kind.UNDEFINED, what);
  }

  static Failure wrong(String what) {
    return new Failure(Kind.WRONG, what);
  }

  static Failure notAvailable(String what) {
    return new Failure(Kind.NOT_AVAILABLE, what);
  }

  static Failure tooMuch(String what) {
    return new Failure(Kind.TOO_MUCH, what);
  }

  /** In which way it has no value. */
  public Kind kind() {
    return kind;
  }
}
