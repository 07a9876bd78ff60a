package hotshoe.loader.signature;

/** Bytes are not what their format says. The message says what is wrong, for people. */
final class Malformed extends Exception {

  private static final long serialVersionUID = 1L;

  Malformed(String why) {
    super(why);
  }
}
