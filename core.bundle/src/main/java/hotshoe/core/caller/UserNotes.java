package hotshoe.core.caller;

import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import hotshoe.caller.Caller;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.time.Instant;

/** What the audit is told of one caller's dealings with users; never a password or a token. */
final class UserNotes {

  static final String LOGIN = "user.login";

  private final Audit audit;
  private final Caller caller;

  UserNotes(Audit audit, Caller caller) {
    this.audit = audit;
    this.caller = caller;
  }

  UserNotes by(Caller other) {
    return new UserNotes(audit, other);
  }

  /** Makes a change and notes how it ended. */
  void changed(String action, String subject, Runnable change) {
    try {
      change.run();
      note(caller.door(), action, subject, "allowed", "ok", "");
    } catch (ProblemException failure) {
      String code = failure.problems().get(0).code();
      note(caller.door(), action, subject, "allowed", "failed", code);
      throw failure;
    }
  }

  void denied(String action, String subject, Problem refusal) {
    note(caller.door(), action, subject, "denied", "", refusal.code());
  }

  void loggedIn(String user, String door, String by) {
    note(door, LOGIN, user, "allowed", "ok", by);
  }

  /** People type passwords where names belong, so only what can be a name is noted. */
  void notLoggedIn(String user, String door, String why) {
    note(door, LOGIN, UserRules.isName(user) ? user : "", "denied", "", why);
  }

  private void note(
      String door, String action, String subject, String decision, String outcome, String detail) {
    String shown = CallerProblems.shown(subject);
    audit.note(
        new AuditEntry(
            Instant.now(), caller.name(), door, action, shown, decision, outcome, "", detail));
  }
}
