package hotshoe.process;

import hotshoe.problem.Problem;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Every way in which an order for a process can end. */
public sealed interface ProcessEnd {

  /** It ran, however that ended. */
  sealed interface Ran extends ProcessEnd {
    /** What is known of it. */
    ProcessFacts facts();
  }

  /**
   * It ended itself, or somebody else ended it.
   *
   * @param code its exit code, 0 to 255
   */
  record Exited(int code, ProcessFacts facts) implements Ran {

    private static final int SIGNALLED = 128;
    private static final int LAST_SIGNAL = 64;

    public Exited {
      Objects.requireNonNull(facts, "facts");
    }

    /**
     * The signal that ended it, as a shell would tell: 9 for code 137. A program that ends itself
     * with such a code looks the same.
     */
    public OptionalInt signal() {
      return code > SIGNALLED && code <= SIGNALLED + LAST_SIGNAL
          ? OptionalInt.of(code - SIGNALLED)
          : OptionalInt.empty();
    }
  }

  /** It took longer than allowed and was ended with all that it had begun. */
  record TimedOut(Problem problem, ProcessFacts facts) implements Ran {
    public TimedOut {
      Objects.requireNonNull(problem, "problem");
      Objects.requireNonNull(facts, "facts");
    }
  }

  /** Somebody wanted it to end, and it was ended with all that it had begun. */
  record Cancelled(Problem problem, ProcessFacts facts) implements Ran {
    public Cancelled {
      Objects.requireNonNull(problem, "problem");
      Objects.requireNonNull(facts, "facts");
    }
  }

  /**
   * The system could not start it: no such file, not executable, no such interpreter, no more
   * processes.
   */
  record NotStarted(Problem problem) implements ProcessEnd {
    public NotStarted {
      Objects.requireNonNull(problem, "problem");
    }
  }

  /**
   * The host did not start it: too many wait already, its sandbox cannot be had, it was cancelled
   * before its turn, or the host is stopping.
   */
  record Refused(Problem problem) implements ProcessEnd {
    public Refused {
      Objects.requireNonNull(problem, "problem");
    }
  }

  /** Whether it ended itself with exit code 0. */
  default boolean isSuccess() {
    return this instanceof Exited exited && exited.code() == 0;
  }

  /** Why it did not end itself; empty when it did, with whatever code. */
  default Optional<Problem> reason() {
    if (this instanceof TimedOut timedOut) {
      return Optional.of(timedOut.problem());
    }
    if (this instanceof Cancelled cancelled) {
      return Optional.of(cancelled.problem());
    }
    if (this instanceof NotStarted notStarted) {
      return Optional.of(notStarted.problem());
    }
    return this instanceof Refused refused ? Optional.of(refused.problem()) : Optional.empty();
  }
}
