package hotshoe.shell.command;

import hotshoe.problem.Problem;
import hotshoe.task.TaskOutcome;
import hotshoe.type.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown by a call that brought no result, so that scripts stop there. */
public final class CallFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int FAILED = 1;

  /** As {@code timeout} says it. */
  private static final int TIMED_OUT = 124;

  /** As shells say it. */
  private static final int CANCELLED = 130;

  private final transient TaskOutcome outcome;
  private final String task;
  private final transient List<Fault> faults;

  CallFailed(String task, TaskOutcome outcome, List<Fault> faults) {
    super(outcome.problems().stream().map(Problem::sentence).collect(Collectors.joining("\n")));
    this.task = task;
    this.outcome = outcome;
    this.faults = List.copyOf(faults);
  }

  /** The task that the call was. */
  public String task() {
    return task;
  }

  /** How it ended. */
  public TaskOutcome outcome() {
    return outcome;
  }

  /** What is wrong with the arguments, one by one; empty when that is not the reason. */
  public List<Fault> faults() {
    return faults;
  }

  /** The exit code for scripts. */
  public int code() {
    if (outcome instanceof TaskOutcome.Cancelled) {
      return CANCELLED;
    }
    return outcome instanceof TaskOutcome.TimedOut ? TIMED_OUT : FAILED;
  }
}
