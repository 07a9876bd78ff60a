package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.loader.store.Source.DeployFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.Bundle;

/**
 * Who is installed. Read by anybody at any time, each entry as it stood at one moment; written by
 * the thread of changes only.
 */
final class Roster {

  private final ConcurrentSkipListMap<ExtensionName, Entry> entries = new ConcurrentSkipListMap<>();
  private final Map<String, ExtensionName> byFoldedName = new HashMap<>();
  private final Map<String, ExtensionName> byDeployFile = new HashMap<>();
  private final Map<Bundle, ExtensionName> byBundle = new HashMap<>();
  private final Set<ExtensionName> wantingWires = new TreeSet<>();
  private final Set<ExtensionName> changed = new TreeSet<>();

  /** The same entries, for somebody who looks at them on another thread. */
  Roster copy() {
    Roster copy = new Roster();
    entries.values().forEach(copy::put);
    return copy;
  }

  Collection<Entry> all() {
    return entries.values();
  }

  Optional<Entry> find(ExtensionName name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** Whoever has this name, upper and lower case being the same. */
  Optional<Entry> findFolded(ExtensionName name) {
    return Optional.ofNullable(byFoldedName.get(name.folded())).flatMap(this::find);
  }

  /** Whoever came from this file of the deploy folder. */
  Optional<Entry> findByDeployFile(String fileName) {
    return Optional.ofNullable(byDeployFile.get(fileName)).flatMap(this::find);
  }

  /** The files of the deploy folder from which somebody came. */
  Set<String> deployFiles() {
    return Set.copyOf(byDeployFile.keySet());
  }

  /** Whoever has this bundle. */
  Optional<Entry> findByBundle(Bundle bundle) {
    return Optional.ofNullable(byBundle.get(bundle)).flatMap(this::find);
  }

  /** Those that are to run and have to be wired first. */
  List<Entry> wantingWires() {
    return wantingWires.stream().map(entries::get).toList();
  }

  /** Readers see the old entry or the new one, never a gap. */
  void put(Entry entry) {
    unlink(entry.name());
    entries.put(entry.name(), entry);
    byFoldedName.put(entry.name().folded(), entry.name());
    entry.bundle().ifPresent(bundle -> byBundle.put(bundle, entry.name()));
    if (entry.extension().source() instanceof DeployFile file) {
      byDeployFile.put(file.fileName(), entry.name());
    }
    if (entry.standing().wantsWires() && entry.bundle().isPresent()) {
      wantingWires.add(entry.name());
    }
  }

  void remove(ExtensionName name) {
    unlink(name);
    entries.remove(name);
  }

  private void unlink(ExtensionName name) {
    changed.add(name);
    wantingWires.remove(name);
    byFoldedName.remove(name.folded());
    Optional<Entry> before = find(name);
    before.flatMap(Entry::bundle).ifPresent(byBundle::remove);
    before
        .map(entry -> entry.extension().source())
        .filter(DeployFile.class::isInstance)
        .map(DeployFile.class::cast)
        .ifPresent(file -> byDeployFile.remove(file.fileName()));
  }

  /** Notes that something about these has changed that is not written here: their slices. */
  void touch(Set<ExtensionName> names) {
    changed.addAll(names);
  }

  /** Those that were changed since the last time somebody asked. */
  Set<ExtensionName> takeChanged() {
    Set<ExtensionName> taken = new TreeSet<>(changed);
    changed.clear();
    return taken;
  }
}
