package hotshoe.core.setting;

import hotshoe.caller.Access;
import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import hotshoe.caller.Caller;
import hotshoe.core.caller.Authority;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Asks whether a caller may, and notes in the audit who changed what. Values are never noted.
 *
 * @param authority decides
 * @param audit remembers
 */
record Desk(Authority authority, Audit audit) {

  private static final Access READING = Access.role("read-only");
  private static final Access CHANGING = Access.role("pool-operator");

  /** Lets a caller look, or throws why not. */
  void admit(Caller caller, String action, String subject) {
    refusal(caller, action, subject, READING);
  }

  /** Lets a caller change something, and notes how that went. */
  void change(Caller caller, String action, String subject, Runnable change) {
    refusal(caller, action, subject, CHANGING);
    try {
      change.run();
      note(caller, action, subject, "allowed", "ok", "");
    } catch (ProblemException e) {
      note(caller, action, subject, "allowed", "failed", e.problems().get(0).code());
      throw e;
    }
  }

  private void refusal(Caller caller, String action, String subject, Access access) {
    Optional<Problem> refusal = authority.refusal(caller, action, access, Map.of());
    if (refusal.isPresent()) {
      note(caller, action, subject, "denied", "", refusal.get().code());
      throw new ProblemException(refusal.get());
    }
  }

  private void note(
      Caller caller, String action, String subject, String decision, String outcome, String why) {
    String clipped = subject.length() <= 200 ? subject : subject.substring(0, 200);
    audit.note(
        new AuditEntry(
            Instant.now(),
            caller.name(),
            caller.door(),
            action,
            clipped,
            decision,
            outcome,
            "",
            why));
  }
}
