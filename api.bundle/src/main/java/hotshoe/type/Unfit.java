package hotshoe.type;

/** Why a value does not fit. Never leaves this package; costs no stack trace. */
final class Unfit extends Exception {
  private static final long serialVersionUID = 1L;

  Unfit(String message) {
    super(message, null, false, false);
  }
}
