package hotshoe.shell.command;

import hotshoe.operation.CallRequest;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.Operations;
import hotshoe.problem.Problem;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import hotshoe.type.Checked;
import hotshoe.type.Fault;
import hotshoe.type.NothingValue;
import hotshoe.type.Type;
import hotshoe.type.Values;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call from a command line: asks for what is missing, begins it, and follows it to its end. */
final class Calling {

  private static final Duration LOOK = Duration.ofMillis(100);

  private final Dialogue dialogue;

  Calling(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /** Waits for the end; the first interruption cancels the task, another one leaves it. */
  CallResult follow(
      TaskHandle handle, CallRequest request, Optional<OperationDescription> description)
      throws InterruptedException {
    TaskOutcome outcome;
    try (Dialogue.Attention attention = dialogue.onInterrupt(() -> cancel(handle))) {
      outcome = await(handle);
    } finally {
      dialogue.settle();
    }
    if (outcome instanceof TaskOutcome.Succeeded succeeded) {
      return new CallResult(
          handle.report(), succeeded.message(), plain(description, succeeded.result()));
    }
    throw new CallFailed(handle.id(), outcome, faults(outcome, request, description));
  }

  private void cancel(TaskHandle handle) {
    dialogue.progress(-1, "cancelling; Ctrl-C again leaves it to itself");
    handle.cancel("Ctrl-C in the shell");
  }

  private TaskOutcome await(TaskHandle handle) throws InterruptedException {
    Follower follower = new Follower(dialogue);
    try {
      Optional<TaskOutcome> outcome = handle.await(LOOK);
      while (outcome.isEmpty()) {
        if (Thread.interrupted()) {
          throw new InterruptedException("left");
        }
        follower.tell(handle.report());
        outcome = handle.await(LOOK);
      }
      follower.tell(handle.report());
      return outcome.get();
    } catch (InterruptedException e) {
      handle.cancel("the shell's session ended");
      throw e;
    }
  }

  /** The plain form, in which nothing is null as in JSON. */
  private static Object plain(Optional<OperationDescription> description, Object result) {
    Type type = description.map(OperationDescription::result).orElse(Type.nothing());
    Object shown = type instanceof Type.Nothing ? NothingValue.NOTHING : result;
    return Values.plain(type, shown, Values.Secrets.HIDDEN);
  }

  /** Everything that is wrong with the arguments of a call that was refused. */
  private static List<Fault> faults(
      TaskOutcome outcome, CallRequest request, Optional<OperationDescription> description) {
    if (!(outcome instanceof TaskOutcome.Refused) || description.isEmpty()) {
      return List.of();
    }
    OperationDescription operation = description.get();
    Checked checked =
        Values.check(
            new Type.Record(operation.name().toString(), operation.parameters()),
            request.arguments(),
            request.reading(),
            "");
    return checked instanceof Checked.Invalid invalid ? invalid.faults() : List.of();
  }

  /**
   * The one operation that is meant; empty when there is none or more, which the call will tell.
   */
  static Optional<OperationDescription> meant(Operations operations, String name) {
    List<OperationDescription> candidates = operations.candidates(name);
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  /**
   * Asks for what must be given and is not; only persons are asked.
   *
   * @param all whether to ask for what may be left out as well
   */
  void complete(OperationDescription description, Map<String, Object> arguments, boolean all)
      throws InterruptedException {
    if (dialogue.isWithPerson()) {
      new Interview(dialogue).complete(description, arguments, all);
    }
  }

  static Problem badLimit(String text) {
    return Problem.error("HS-SHELL-008", "'" + text + "' is no time limit")
        .advising("write a number with ms, s, m or h, such as 10s");
  }
}
