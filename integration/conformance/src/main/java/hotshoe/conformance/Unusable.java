package hotshoe.conformance;

/**
 * The tables cannot be made, or are not what they should be. The message is for people and says
 * what to do.
 */
public final class Unusable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unusable(String message) {
    super(message);
  }

  Unusable(String message, Throwable cause) {
    super(message, cause);
  }
}
