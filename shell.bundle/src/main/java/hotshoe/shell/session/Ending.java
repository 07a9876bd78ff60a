package hotshoe.shell.session;

/**
 * How a command line ended.
 *
 * @param code the exit code: 0 when it went well
 * @param failed whether it was broken off, so that nothing that was to follow may run; a command
 *     such as {@code grep} can also end with a code and without a failure
 */
record Ending(int code, boolean failed) {

  /** It went well. */
  static final Ending GOOD = new Ending(0, false);

  /** A command failed. */
  static final Ending FAILED = new Ending(1, true);

  /** Somebody interrupted it; the code is what shells give. */
  static final Ending INTERRUPTED = new Ending(130, true);
}
