package hotshoe.shell.command;

import hotshoe.extension.Outcome;

/** Thrown by a command whose change was refused or failed, so that scripts stop there. */
public final class Unsuccessful extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;

  Unsuccessful(Outcome outcome) {
    super(words(outcome));
    this.outcome = outcome;
  }

  /** The outcome, unless it is that nothing came of it. */
  static Outcome unless(Outcome outcome) {
    if (outcome instanceof Outcome.Refused || outcome instanceof Outcome.Failed) {
      throw new Unsuccessful(outcome);
    }
    return outcome;
  }

  /** How it ended. */
  public Outcome outcome() {
    return outcome;
  }

  private static String words(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      return "refused: " + refused.problems();
    }
    return outcome instanceof Outcome.Failed failed ? "failed: " + failed.cause() : "" + outcome;
  }
}
