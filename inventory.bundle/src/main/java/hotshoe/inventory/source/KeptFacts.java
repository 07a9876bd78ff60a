package hotshoe.inventory.source;

import hotshoe.inventory.Variables;
import hotshoe.inventory.value.JsonData;
import hotshoe.inventory.value.Marked;
import hotshoe.inventory.value.Table;
import hotshoe.inventory.value.Unreadable;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Facts that were gathered before, in a folder with a JSON file for each host: what expressions see
 * (row AN-43), and the layer of variables below those of the command line (row AN-17).
 */
final class KeptFacts {

  private static final String LOCAL = "ansible_local";

  private final Settings settings;
  private final Optional<Path> folder;
  private final Footprint footprint;
  private final Consumer<Problem> warnings;
  private final Map<String, List<Variables>> layers = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private boolean isSettled;

  KeptFacts(
      Settings settings,
      Function<String, Path> paths,
      Footprint footprint,
      Consumer<Problem> warnings) {
    this.settings = settings;
    this.folder = settings.factFolder().map(paths);
    this.footprint = footprint;
    this.warnings = warnings;
    folder.ifPresent(footprint::note);
  }

  private KeptFacts(KeptFacts other) {
    this.settings = other.settings;
    this.folder = other.folder;
    this.footprint = other.footprint;
    this.warnings = other.warnings;
    layers.putAll(other.layers);
  }

  /** The same, where what is there for these is known as well; this one stays as it is. */
  KeptFacts knowing(Iterable<String> hosts) {
    KeptFacts wider = new KeptFacts(this);
    wider.settle(hosts);
    return wider;
  }

  /** The facts of a host as they are kept; none where they are too old or no map. */
  Map<Object, Object> of(String host) {
    return file(host)
        .flatMap(this::read)
        .<Map<Object, Object>>map(LinkedHashMap::new)
        .orElseGet(Map::of);
  }

  /** The variables that facts are: texts of them are never templates, and some are left out. */
  List<Variables> layer(String host) {
    if (isWithout()) {
      return List.of();
    }
    return isSettled
        ? layers.getOrDefault(host, List.of())
        : layers.computeIfAbsent(host, this::load);
  }

  /** Reads whatever is there for these hosts, so that nothing is read later. */
  void settle(Iterable<String> hosts) {
    if (!isWithout()) {
      hosts.forEach(this::layer);
      layers.values().removeIf(List::isEmpty);
    }
    isSettled = true;
  }

  private boolean isWithout() {
    return folder.isEmpty() && settings.injectsFacts();
  }

  private List<Variables> load(String host) {
    Optional<Path> file = file(host);
    Optional<Table> facts = file.flatMap(this::read);
    if (facts.isEmpty() && settings.injectsFacts()) {
      return List.of();
    }
    if (!settings.injectsFacts()) {
      return List.of(local(file.map(Path::toString).orElse(""), facts.orElse(Table.empty())));
    }
    Table.Builder kept = new Table.Builder();
    for (int i = 0; i < facts.get().size(); i++) {
      String name = String.valueOf(facts.get().key(i));
      if (FactNames.areOfConnection(name)) {
        tellOnce(file.get(), name);
      } else if (!FactNames.isInternal(name)) {
        Object value = FactNames.withoutInternal(facts.get().value(i));
        kept.put(name, Marked.unsafe(value), facts.get().line(i));
      }
    }
    return List.of(new FileVariables(file.get().toString(), kept.build()));
  }

  private void tellOnce(Path file, String name) {
    if (told.add(name)) {
      warnings.accept(SourceProblems.restrictedFact(file.toString(), name));
    }
  }

  /** The only fact that is a variable in any case, with nothing in it where it is not known. */
  private static Variables local(String file, Table facts) {
    Object local = facts.containsKey(LOCAL) ? facts.get(LOCAL) : new Table.Builder().build();
    Table.Builder kept = new Table.Builder();
    kept.put(LOCAL, Marked.unsafe(local), 0);
    return new FileVariables(file, kept.build());
  }

  /** The file of a host, if it is in the folder and not too old. */
  private Optional<Path> file(String host) {
    if (folder.isEmpty() || host.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    Path file = folder.get().resolve(settings.factPrefix() + host).normalize();
    boolean isInside = file.getParent() != null && file.getParent().equals(folder.get());
    return isInside && Files.isRegularFile(file) && !isOld(file)
        ? Optional.of(file)
        : Optional.empty();
  }

  private Optional<Table> read(Path file) {
    footprint.note(file);
    try {
      Object facts = JsonData.read(Files.readString(file));
      return facts instanceof Table table ? Optional.of(table) : Optional.empty();
    } catch (IOException | Unreadable broken) {
      throw SourceProblems.facts(file.toString(), String.valueOf(broken.getMessage()));
    }
  }

  private boolean isOld(Path file) {
    try {
      Instant end = Files.getLastModifiedTime(file).toInstant().plus(settings.factFreshness());
      return !settings.factFreshness().isZero() && Instant.now().isAfter(end);
    } catch (IOException gone) {
      return true;
    }
  }
}
