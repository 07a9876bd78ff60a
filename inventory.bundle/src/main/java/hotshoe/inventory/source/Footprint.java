package hotshoe.inventory.source;

import hotshoe.inventory.InventoryPlugin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer was read from: every file and folder that was looked at, as it was before, those
 * that were not there included. Safe for use by many threads.
 */
public final class Footprint {

  private final Map<Path, Stamp> stamps = new LinkedHashMap<>();
  private final Map<String, InventoryPlugin> plugins = new LinkedHashMap<>();
  private Optional<Duration> lasting = Optional.empty();

  /** Remembers a file or folder as it is now; to be called before it is looked at. */
  synchronized void note(Path path) {
    if (path.isAbsolute()) {
      stamps.computeIfAbsent(path, Stamp::of);
    }
  }

  /** Part of the answer is out of a cache, or goes into one, that holds so long. */
  synchronized void lasts(Duration time) {
    boolean isShorter = lasting.isEmpty() || lasting.get().compareTo(time) > 0;
    if (isShorter && !time.isZero()) {
      lasting = Optional.of(time);
    }
  }

  /** A plugin has read something. */
  synchronized void used(InventoryPlugin plugin) {
    plugins.put(plugin.name(), plugin);
  }

  /** The plugins that have read something, by name. */
  public synchronized Map<String, InventoryPlugin> plugins() {
    return Map.copyOf(plugins);
  }

  /** How long the shortest of the caches holds; empty where there is none, or for ever. */
  public synchronized Optional<Duration> lasting() {
    return lasting;
  }

  /** How many files and folders there are. */
  public synchronized int size() {
    return stamps.size();
  }

  /** Whether all of them still are what they were; looks at each of them once. */
  public synchronized boolean isCurrent() {
    for (Map.Entry<Path, Stamp> entry : stamps.entrySet()) {
      Optional<Stamp> now = entry.getValue().again(entry.getKey());
      if (now.isEmpty()) {
        return false;
      }
      entry.setValue(now.get());
    }
    return true;
  }
}
