package hotshoe.caller;

import java.time.Instant;
import java.util.Objects;

/**
 * One decision, as it stands in the audit log. Holds no secrets and no argument values.
 *
 * @param time when
 * @param caller who
 * @param door through which door
 * @param action what: an operation's name, or a change such as {@code setting.set}
 * @param subject on what: a resource, a setting, a user; or empty
 * @param decision {@code allowed} or {@code denied}
 * @param outcome how it ended: {@code ok}, {@code failed}, {@code cancelled}, {@code timeout}, or
 *     empty while it runs
 * @param task the task's identifier, or empty
 * @param detail why it was denied or failed, or empty
 */
public record AuditEntry(
    Instant time,
    String caller,
    String door,
    String action,
    String subject,
    String decision,
    String outcome,
    String task,
    String detail) {
  public AuditEntry {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(door, "door");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(detail, "detail");
  }
}
