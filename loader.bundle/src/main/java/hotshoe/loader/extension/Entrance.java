package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.Outcome;
import hotshoe.loader.archive.Translator;
import hotshoe.loader.extension.Standing.Broken;
import hotshoe.loader.extension.Standing.Disabled;
import hotshoe.loader.extension.Standing.Untried;
import hotshoe.loader.extension.Standing.Waiting;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.loader.store.KeptVersion;
import hotshoe.loader.store.Store;
import hotshoe.loader.store.StoreProblems;
import hotshoe.loader.wiring.Bundles;
import hotshoe.loader.wiring.Location;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where archives become bundles in the framework, beside whatever they may replace, and where their
 * records are written.
 */
final class Entrance {

  static final String DISABLED_BY_HAND = "somebody disabled it";
  static final String DISABLED_BY_MANIFEST = "its manifest says so";
  static final String DISABLED_BY_REQUEST = "it was installed without being started";

  private static final Logger log = LoggerFactory.getLogger(Entrance.class);

  private final Store store;
  private final Translator translator;
  private final Bundles bundles;
  private final Roster roster;
  private final EnabledExtensions enabled;
  private final int keep;

  /**
   * An entrance.
   *
   * @param keep how many of the versions before the one in use stay in the store
   */
  Entrance(
      Store store,
      Translator translator,
      Bundles bundles,
      Roster roster,
      EnabledExtensions enabled,
      int keep) {
    this.keep = keep;
    this.store = store;
    this.translator = translator;
    this.bundles = bundles;
    this.roster = roster;
    this.enabled = enabled;
  }

  /** Puts remembered extensions into the framework; nothing starts. */
  void enter(Collection<ExtensionRecord> remembered) {
    Set<String> locations = new HashSet<>();
    for (ExtensionRecord extension : remembered) {
      locations.add(new Location(extension.name(), extension.digest()).toString());
    }
    bundles.ofExtensions().stream()
        .filter(bundle -> !locations.contains(bundle.getLocation()))
        .forEach(bundles::uninstall);
    remembered.forEach(extension -> roster.put(entered(extension)));
  }

  /** The same, for those who waited for their format to be known. */
  void enterWaiting() {
    roster.all().stream()
        .filter(entry -> entry.bundle().isEmpty() && isReadable(entry))
        .filter(entry -> !(entry.standing() instanceof Broken))
        .toList()
        .forEach(entry -> roster.put(entered(entry.extension())));
  }

  /** Whether somebody reads the format that an extension is written in. */
  boolean isReadable(Entry entry) {
    return translator.knows(entry.extension().descriptor());
  }

  private Entry entered(ExtensionRecord extension) {
    Location location = new Location(extension.name(), extension.digest());
    if (bundles.find(location).isEmpty() && !translator.knows(extension.descriptor())) {
      Problem missing = ExtensionProblems.dialectMissing(extension.descriptor());
      return new Entry(
          extension, Optional.empty(), waiting(firstStanding(extension), missing), List.of());
    }
    try {
      Bundle bundle = install(extension, Optional.empty());
      return new Entry(extension, Optional.of(bundle), firstStanding(extension), List.of());
    } catch (NoSuchFileException missing) {
      return broken(extension, StoreProblems.archiveMissing(extension));
    } catch (IOException | BundleException | RuntimeException failure) {
      return broken(
          extension, StoreProblems.archiveDamaged(extension, ExtensionProblems.words(failure)));
    }
  }

  private static Standing waiting(Standing first, Problem problem) {
    return first instanceof Untried ? new Waiting(List.of(problem)) : first;
  }

  private static Entry broken(ExtensionRecord extension, Problem problem) {
    return new Entry(extension, Optional.empty(), new Broken(List.of(problem)), List.of());
  }

  /** Puts in what arrived; what the framework does not take is refused. */
  List<Trial> installBeside(List<Arrival> arrivals, Map<ExtensionName, Outcome> outcomes) {
    List<Trial> trials = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      Optional<Entry> old = roster.find(arrival.name());
      ExtensionRecord extension = remembered(arrival, old);
      try {
        Bundle bundle = install(extension, arrival.bundle());
        trials.add(new Trial(arrival, extension, bundle, old, isGuarded(old)));
      } catch (IOException | BundleException | RuntimeException failure) {
        outcomes.put(
            arrival.name(),
            refused(
                ExtensionProblems.notTaken(
                    arrival.source().toString(), arrival.descriptor(), failure)));
        forget(arrival);
      } finally {
        arrival.bundle().ifPresent(this::discard);
      }
    }
    return trials;
  }

  /** Throws away what was read of an arrival that is not put in now. */
  void dismiss(Arrival arrival) {
    arrival.bundle().ifPresent(this::discard);
    forget(arrival);
  }

  /** What will be remembered of an arrival. */
  ExtensionRecord remembered(Arrival arrival, Optional<Entry> old) {
    KeptVersion version = arrival.version().installedAgain(Instant.now());
    return old.map(
            entry ->
                entry.extension().replacedBy(arrival.descriptor(), version, arrival.source(), keep))
        .orElseGet(
            () ->
                ExtensionRecord.first(
                    arrival.descriptor(), version, arrival.source(), arrival.disabled()));
  }

  private Bundle install(ExtensionRecord extension, Optional<Path> made)
      throws IOException, BundleException {
    Location location = new Location(extension.name(), extension.digest());
    Optional<Bundle> there = bundles.find(location);
    return there.isPresent() ? there.get() : bundles.install(location, bytes(extension, made));
  }

  private void discard(Path made) {
    try {
      store.discard(made);
    } catch (IOException failure) {
      log.debug("{} stays until the next start", made, failure);
    }
  }

  private InputStream bytes(ExtensionRecord extension, Optional<Path> made) throws IOException {
    if (made.isPresent()) {
      return Files.newInputStream(made.get());
    }
    return translator.open(
        extension.descriptor(), store.archive(extension.digest()), store.scratch());
  }

  /** A version that runs, or may run, is not given up for one that has not shown that it works. */
  static boolean isGuarded(Optional<Entry> old) {
    return old.filter(entry -> entry.bundle().isPresent())
        .filter(entry -> entry.isRunning() || entry.standing() instanceof Untried)
        .isPresent();
  }

  /** Refuses what would stand where something works and cannot be wired. */
  List<Trial> refuseUnwired(List<Trial> trials, Map<ExtensionName, Outcome> outcomes) {
    List<Trial> wired = new ArrayList<>();
    for (Trial trial : trials) {
      if (trial.guarded() && !Bundles.isResolved(trial.bundle())) {
        List<Problem> problems = new ArrayList<>();
        problems.add(
            ExtensionProblems.newerUnmet(
                trial.arrival().descriptor(),
                trial.old().orElseThrow().extension(),
                trial.arrival().source().toString()));
        bundles.needs().unmet(trial.bundle()).stream()
            .map(need -> need.advising(""))
            .forEach(problems::add);
        outcomes.put(trial.name(), new Outcome.Refused(problems));
        abandon(trial);
      } else {
        wired.add(trial);
      }
    }
    return wired;
  }

  /** Writes down what it can; answers what could not be, and why. */
  Map<Trial, Problem> commit(List<Trial> trials) {
    Map<Trial, Problem> lost = new LinkedHashMap<>();
    try {
      store.commit(trials.stream().map(Trial::extension).toList());
    } catch (IOException failure) {
      trials.stream()
          .filter(trial -> !isWritten(trial))
          .forEach(trial -> lost.put(trial, StoreProblems.notWritten(trial.name(), failure)));
    }
    return lost;
  }

  private boolean isWritten(Trial trial) {
    return store.committed(trial.name()).equals(Optional.of(trial.extension()));
  }

  /** An entry for what comes, stopped. */
  Entry entry(Trial trial) {
    return new Entry(
        trial.extension(),
        Optional.of(trial.bundle()),
        firstStanding(trial.extension()),
        List.of());
  }

  Standing firstStanding(ExtensionRecord extension) {
    if (!enabled.allows(extension.name())) {
      return new Disabled(enabled.cause());
    }
    return extension.disabled().<Standing>map(Disabled::new).orElseGet(Untried::new);
  }

  /** Takes out what came and does not stay. */
  void abandon(Trial trial) {
    bundles.uninstall(trial.bundle());
    forget(trial.arrival());
  }

  private void forget(Arrival arrival) {
    try {
      store.forget(arrival.digest());
    } catch (IOException failure) {
      log.debug("{} stays among the archives until the next start", arrival.digest(), failure);
    }
  }

  private static Outcome refused(Problem problem) {
    return new Outcome.Refused(List.of(problem));
  }
}
