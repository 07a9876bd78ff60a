package hotshoe.process.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One look at the system's table; each process is asked for its marker once. Used by one thread.
 */
public final class Census {

  private final ProcessTable table;
  private final List<Sighting> seen;
  private final Map<Long, String> markers = new HashMap<>();

  Census(ProcessTable table, List<Sighting> seen) {
    this.table = table;
    this.seen = List.copyOf(seen);
  }

  List<Sighting> seen() {
    return seen;
  }

  String marker(Sighting process) {
    return markers.computeIfAbsent(process.pid(), table::marker);
  }
}
