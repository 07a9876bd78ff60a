package hotshoe.core.slice;

/** An instance of a slice could not be had; the cause says why. */
final class CreationFailed extends Exception {

  private static final long serialVersionUID = 1L;

  CreationFailed(Throwable cause) {
    super(cause);
  }
}
