package hotshoe.core.slice;

/** Ways to go wrong. */
final class Failing {

  private Failing() {}

  static void plainly() {
    throw new IllegalStateException("no luck");
  }
}
