package hotshoe.host;

/**
 * Thrown in the place of an extension's call to {@code System.exit}, {@code Runtime.exit} or {@code
 * Runtime.halt}: an extension may end itself, never the host. A guard against accidents, not
 * against malice.
 */
public final class ExitRefused extends Error {

  private static final long serialVersionUID = 1L;

  private final int status;

  private ExitRefused(int status) {
    super("an extension called exit(" + status + "); only the operator ends the host");
    this.status = status;
  }

  /** Called by extensions instead of the real thing. */
  public static void exit(int status) {
    throw new ExitRefused(status);
  }

  /** Called by extensions instead of the real thing. */
  public static void exit(Runtime runtime, int status) {
    throw new ExitRefused(status);
  }

  /** The exit status that was asked for. */
  public int status() {
    return status;
  }
}
