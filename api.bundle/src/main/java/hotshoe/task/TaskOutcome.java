package hotshoe.task;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** Every way in which a task can end. */
public sealed interface TaskOutcome {

  /** The result in canonical form, and the sentence for people. */
  record Succeeded(Object result, String message) implements TaskOutcome {}

  /** A declared error. */
  record Failed(String code, Map<String, String> details, Problem problem) implements TaskOutcome {
    public Failed {
      details = Map.copyOf(details);
    }
  }

  /** Never begun, for these reasons. */
  record Refused(List<Problem> problems) implements TaskOutcome {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** Somebody wanted it to end. */
  record Cancelled(Problem problem) implements TaskOutcome {}

  /** It took too long. */
  record TimedOut(Problem problem) implements TaskOutcome {}

  /** The result, or the reasons as an exception. */
  default Object orElseThrow() {
    if (this instanceof Succeeded succeeded) {
      return succeeded.result();
    }
    throw new ProblemException(problems());
  }

  /** Why it did not succeed; empty when it did. */
  default List<Problem> problems() {
    if (this instanceof Failed failed) {
      return List.of(failed.problem());
    }
    if (this instanceof Refused refused) {
      return refused.problems();
    }
    if (this instanceof Cancelled cancelled) {
      return List.of(cancelled.problem());
    }
    return this instanceof TimedOut timedOut ? List.of(timedOut.problem()) : List.of();
  }
}
