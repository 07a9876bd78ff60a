package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.loader.wiring.Bundles;
import hotshoe.operation.Operations;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.Slices;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;

/** Those who call the operations of extensions, as far as changes have to spare them. */
final class Callers {

  private final Supplier<Optional<Operations>> operations;
  private final Duration drain;
  private final Bundles bundles;
  private final Slices slices;
  private final Roster roster;

  /**
   * Spares them.
   *
   * @param operations the catalogue, when there is one
   * @param drain how long running calls may take to end before they are cancelled
   */
  Callers(
      Supplier<Optional<Operations>> operations,
      Duration drain,
      Bundles bundles,
      Slices slices,
      Roster roster) {
    this.operations = operations;
    this.drain = drain;
    this.bundles = bundles;
    this.slices = slices;
    this.roster = roster;
  }

  /** For one change; nobody waits yet. */
  Changeover changeover() {
    Optional<Operations> catalogue = operations.get();
    return catalogue
        .map(present -> new Changeover(dependents(), name -> present.hold(name, drain)))
        .orElseGet(() -> new Changeover(name -> List.of(), name -> () -> {}));
  }

  /** Those that are wired to an extension, and those whose slices need its slices. */
  private Changeover.Dependents dependents() {
    Map<ExtensionName, Set<ExtensionName>> bySlices = bySlices(slices.list());
    return name -> {
      Set<ExtensionName> all = new HashSet<>(bySlices.getOrDefault(name, Set.of()));
      all.addAll(wired(name));
      return all;
    };
  }

  private Collection<ExtensionName> wired(ExtensionName name) {
    List<Bundle> own = roster.find(name).flatMap(Entry::bundle).stream().toList();
    return bundles.dependents(own).stream()
        .flatMap(bundle -> roster.findByBundle(bundle).stream())
        .map(Entry::name)
        .toList();
  }

  private static Map<ExtensionName, Set<ExtensionName>> bySlices(List<SliceReport> reports) {
    Map<SliceName, ExtensionName> owners =
        reports.stream()
            .collect(
                Collectors.toMap(SliceReport::name, SliceReport::extension, (one, twin) -> one));
    Map<ExtensionName, Set<ExtensionName>> dependents = new HashMap<>();
    for (SliceReport report : reports) {
      ExtensionName own = report.extension();
      for (SliceName needed : report.description().dependsOn()) {
        owner(owners, needed).ifPresent(other -> note(dependents, other, own));
      }
      for (SliceName dependent : report.description().dependedOnBy()) {
        owner(owners, dependent).ifPresent(other -> note(dependents, own, other));
      }
    }
    return dependents;
  }

  private static Optional<ExtensionName> owner(
      Map<SliceName, ExtensionName> owners, SliceName slice) {
    return Optional.ofNullable(owners.get(slice));
  }

  private static void note(
      Map<ExtensionName, Set<ExtensionName>> dependents,
      ExtensionName needed,
      ExtensionName dependent) {
    if (!needed.equals(dependent)) {
      dependents.computeIfAbsent(needed, any -> new HashSet<>()).add(dependent);
    }
  }
}
