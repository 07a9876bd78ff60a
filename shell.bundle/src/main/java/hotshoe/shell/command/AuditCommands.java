package hotshoe.shell.command;

import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The command {@code audit:tail}: who did what, and who was not let. */
@Component(
    service = Object.class,
    property = {"osgi.command.scope=audit", "osgi.command.function=tail"})
public class AuditCommands {

  private static final int WINDOW = 1_000;
  private static final long PAUSE = 250;

  private final Audit audit;

  @Activate
  public AuditCommands(@Reference Audit audit) {
    this.audit = audit;
  }

  @Descriptor("shows the latest entries of the audit log, the newest last")
  @Examples({"audit:tail", "audit:tail -n 100 | grep denied", "audit:tail -f"})
  public Listing<AuditEntry> tail(
      CommandSession session,
      @Descriptor("so many; 20 if you do not say")
          @Parameter(
              names = {"-n", "--count"},
              absentValue = "20")
          int count,
      @Descriptor("go on showing what is noted, until Ctrl-C")
          @Parameter(
              names = {"-f", "--follow"},
              presentValue = "true",
              absentValue = "false")
          boolean follow)
      throws InterruptedException {
    List<AuditEntry> latest = audit.tail(Math.max(0, count));
    if (follow) {
      follow(latest, Dialogue.of(session));
    }
    return new Listing<>(AuditEntry.class, latest);
  }

  /** Only an interruption ends it. */
  private void follow(List<AuditEntry> first, Dialogue dialogue) throws InterruptedException {
    dialogue.show(new Listing<>(AuditEntry.class, first));
    List<AuditEntry> seen = first;
    while (true) {
      Thread.sleep(PAUSE);
      List<AuditEntry> now = audit.tail(WINDOW);
      after(seen, now).forEach(dialogue::show);
      seen = now;
    }
  }

  /** What the later window has behind the last entry of the earlier one. */
  static List<AuditEntry> after(List<AuditEntry> seen, List<AuditEntry> now) {
    int last = seen.isEmpty() ? -1 : now.lastIndexOf(seen.get(seen.size() - 1));
    return now.subList(last + 1, now.size());
  }
}
