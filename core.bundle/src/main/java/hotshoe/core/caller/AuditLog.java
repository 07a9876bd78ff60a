package hotshoe.core.caller;

import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import hotshoe.caller.Caller;
import hotshoe.configuration.Configuration;
import hotshoe.core.storage.FileRecordLog;
import hotshoe.core.storage.RecordLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The audit in files of {@code data/audit} that are only ever appended to (row XA-38). To note an
 * entry costs its caller tens of nanoseconds; the line is made and written by a thread behind. When
 * the disk does not keep up or is full, entries are lost rather than calls held up: that is logged,
 * and the audit itself says how many are missing as soon as it can be written again.
 */
@Component(service = Audit.class)
public final class AuditLog implements Audit {

  /** The action of an entry that stands for lost ones. */
  static final String LOST = "audit.lost";

  private static final long FILES = 16;

  private final RecordLog log;
  private final AtomicLong told = new AtomicLong();

  /** Below the host's data folder; nothing is made before there is something to note. */
  @Activate
  public AuditLog(@Reference Configuration configuration) {
    this(configuration.path("data").resolve("audit"), bounds(configuration));
  }

  AuditLog(Path folder, RecordLog.Bounds bounds) {
    this(new FileRecordLog(folder, bounds, "hotshoe audit"));
  }

  AuditLog(RecordLog log) {
    this.log = log;
  }

  private static RecordLog.Bounds bounds(Configuration configuration) {
    long bytes = configuration.number("audit.bytes");
    return new RecordLog.Bounds(
        Math.max(1, bytes / FILES),
        bytes,
        configuration.duration("audit.age"),
        (int) Math.min(Integer.MAX_VALUE, configuration.number("audit.waiting")));
  }

  @Override
  public void note(AuditEntry entry) {
    boolean waits = log.append(line -> AuditLine.write(entry, line));
    long lost = log.dropped();
    long before = told.get();
    if (waits && lost != before && told.compareAndSet(before, lost)) {
      log.append(line -> AuditLine.write(missing(lost - before), line));
    }
  }

  private static AuditEntry missing(long count) {
    return new AuditEntry(
        Instant.now(),
        Caller.HOST.name(),
        Caller.HOST.door(),
        LOST,
        "",
        "allowed",
        "failed",
        "",
        count + " entries before this one are missing: the disk was full or too slow");
  }

  @Override
  public List<AuditEntry> tail(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("there are no " + count + " entries");
    }
    return log.latest(count).stream().map(AuditLine::read).flatMap(Optional::stream).toList();
  }

  @Override
  public void flush() {
    log.flush();
  }

  /** Writes what waits, and ends. */
  @Deactivate
  public void close() {
    log.close();
  }
}
