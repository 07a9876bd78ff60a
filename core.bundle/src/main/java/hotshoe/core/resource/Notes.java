package hotshoe.core.resource;

import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import hotshoe.caller.Caller;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** What the audit is told of one caller's changes; never a value. */
final class Notes {

  private final Audit audit;
  private final Caller caller;

  Notes(Audit audit, Caller caller) {
    this.audit = audit;
    this.caller = caller;
  }

  /** The same, of another caller. */
  Notes by(Caller other) {
    return new Notes(audit, other);
  }

  /** Makes a change and notes it, if it changed anything or failed. */
  boolean changed(String action, String subject, String detail, BooleanSupplier change) {
    try {
      boolean changed = change.getAsBoolean();
      if (changed) {
        note(action, subject, "allowed", "ok", detail);
      }
      return changed;
    } catch (ProblemException failure) {
      note(action, subject, "allowed", "failed", failure.problems().get(0).code());
      throw failure;
    }
  }

  void denied(String action, String subject, Problem refusal) {
    note(action, subject, "denied", "", refusal.code());
  }

  private void note(String action, String subject, String decision, String outcome, String detail) {
    audit.note(
        new AuditEntry(
            Instant.now(),
            caller.name(),
            caller.door(),
            action,
            ResourceProblems.shown(subject),
            decision,
            outcome,
            "",
            detail));
  }
}
