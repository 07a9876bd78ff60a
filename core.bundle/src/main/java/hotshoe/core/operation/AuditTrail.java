package hotshoe.core.operation;

import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import hotshoe.core.task.TaskOrder.Ended;
import hotshoe.operation.CallRequest;
import hotshoe.problem.Problem;
import hotshoe.task.TaskOutcome;
import java.time.Instant;

/**
 * Notes every decision on a call and every outcome (row XA-38). Words of handlers are left out, for
 * nobody knows what is in them; their codes are not.
 */
final class AuditTrail {

  private final Audit audit;

  AuditTrail(Audit audit) {
    this.audit = audit;
  }

  /** A call that may run for long begins. */
  void began(CallRequest request, String operation, String task) {
    note(Instant.now(), request, operation, "allowed", "", task, "");
  }

  /** A call that was allowed has ended. */
  void ended(CallRequest request, String operation, Ended ended) {
    TaskOutcome outcome = ended.outcome();
    Instant time = Instant.ofEpochMilli(ended.millis());
    note(time, request, operation, "allowed", word(outcome), ended.id(), detail(outcome));
  }

  /** A call was denied. */
  void denied(CallRequest request, String operation, Ended ended) {
    Problem problem = ended.outcome().problems().get(0);
    Instant time = Instant.ofEpochMilli(ended.millis());
    String why = problem.code() + ": " + problem.why();
    note(time, request, operation, "denied", "", ended.id(), why);
  }

  private void note(
      Instant time,
      CallRequest request,
      String operation,
      String decision,
      String outcome,
      String task,
      String detail) {
    audit.note(
        new AuditEntry(
            time,
            request.caller().name(),
            request.caller().door(),
            operation,
            request.resource().isPresent() ? request.resource().get().toString() : "",
            decision,
            outcome,
            task,
            detail));
  }

  private static String word(TaskOutcome outcome) {
    if (outcome instanceof TaskOutcome.Succeeded) {
      return "ok";
    }
    if (outcome instanceof TaskOutcome.Cancelled) {
      return "cancelled";
    }
    return outcome instanceof TaskOutcome.TimedOut ? "timeout" : "failed";
  }

  private static String detail(TaskOutcome outcome) {
    if (outcome instanceof TaskOutcome.Failed failed) {
      return failed.code();
    }
    return outcome.problems().isEmpty() ? "" : outcome.problems().get(0).code();
  }
}
