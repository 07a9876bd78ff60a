package hotshoe.loader.deploy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Names that somebody may still be writing, and how long each has been quiet. */
final class Quiet {

  private final long needed;
  private final Map<String, Long> since = new HashMap<>();

  Quiet(Duration needed) {
    this.needed = needed.toNanos();
  }

  /** These have just changed; of them, those look unfinished. */
  void note(Set<String> changed, Set<String> unfinished, long now) {
    since.keySet().removeAll(changed);
    unfinished.forEach(name -> since.put(name, now));
  }

  /** Takes out those that have been quiet for long enough. */
  Set<String> takeSettled(long now) {
    Set<String> settled = new TreeSet<>();
    Iterator<Map.Entry<String, Long>> entries = since.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, Long> entry = entries.next();
      if (now - entry.getValue() >= needed) {
        settled.add(entry.getKey());
        entries.remove();
      }
    }
    return settled;
  }

  /** How long until the next is settled; empty when none is waited for. */
  Optional<Duration> untilNext(long now) {
    return since.values().stream()
        .map(quiet -> Math.max(0, needed - (now - quiet)))
        .min(Long::compare)
        .map(Duration::ofNanos);
  }
}
