package hotshoe.runtime;

/** The command line was not understood; the message says what of it. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
