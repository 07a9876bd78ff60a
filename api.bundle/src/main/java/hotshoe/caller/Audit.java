package hotshoe.caller;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The append-only audit log: {@code data/audit/<day>.jsonl}. Written behind, bounded, flushed on
 * stop; a crash may lose the last moment's entries, as {@code docs/guide/security.md} says. Safe
 * for many threads.
 */
@ProviderType
public interface Audit {

  /** Notes an entry; never blocks on the disk. */
  void note(AuditEntry entry);

  /** The latest entries, oldest first. */
  List<AuditEntry> tail(int count);

  /** Returns when everything noted so far is on disk. */
  void flush();
}
