package hotshoe.shell;

import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An audit log in memory. */
public final class FakeAudit implements Audit {

  private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

  public FakeAudit() {
    entry("ann", "billing.close", "allowed", "ok", "");
    entry("bob", "billing.refund", "denied", "", "needs the role pool-admin");
  }

  public void entry(String who, String action, String decision, String outcome, String why) {
    note(
        new AuditEntry(
            Instant.parse("2026-11-20T09:00:00Z").plusSeconds(entries.size()),
            who,
            "http",
            action,
            "",
            decision,
            outcome,
            "T001",
            why));
  }

  @Override
  public void note(AuditEntry entry) {
    entries.add(entry);
  }

  @Override
  public List<AuditEntry> tail(int count) {
    return List.copyOf(entries.subList(Math.max(0, entries.size() - count), entries.size()));
  }

  @Override
  public void flush() {
    // holds nothing back
  }
}
