package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.Outcome;
import hotshoe.loader.archive.Translation;
import hotshoe.loader.extension.Standing.Broken;
import hotshoe.loader.extension.Standing.Disabled;
import hotshoe.loader.extension.Standing.Untried;
import hotshoe.loader.extension.Standing.Waiting;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.loader.store.Store;
import hotshoe.loader.store.StoreProblems;
import hotshoe.loader.wiring.Bundles;
import hotshoe.loader.wiring.Fragments;
import hotshoe.loader.wiring.Location;
import hotshoe.problem.Problem;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes changes come true. New bundles are put in beside the old ones and wired before anything
 * that runs is touched; the record of a new version is written once it has shown that it works.
 * Whenever the host dies in between, the records name versions that belong together.
 */
final class Turn {

  private static final Logger log = LoggerFactory.getLogger(Turn.class);

  private final Store store;
  private final Bundles bundles;
  private final Slices slices;
  private final Roster roster;
  private final EnabledExtensions enabled;
  private final Life life;
  private final Portraits portraits;
  private final Fragments fragments;

  Turn(
      Store store,
      Bundles bundles,
      Slices slices,
      Roster roster,
      EnabledExtensions enabled,
      Life life,
      Portraits portraits) {
    this.store = store;
    this.bundles = bundles;
    this.slices = slices;
    this.roster = roster;
    this.enabled = enabled;
    this.life = life;
    this.portraits = portraits;
    this.fragments = new Fragments(bundles);
  }

  /** How the parts of a change ended, by the extension's name. */
  record Result(Map<ExtensionName, Outcome> arrivals, Map<ExtensionName, Outcome> departures) {}

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

  private Entry entered(ExtensionRecord extension) {
    try {
      Bundle bundle = install(extension, new Translation.Unchanged());
      return new Entry(extension, Optional.of(bundle), firstStanding(extension), List.of());
    } catch (NoSuchFileException missing) {
      return broken(extension, StoreProblems.archiveMissing(extension));
    } catch (IOException | BundleException | RuntimeException failure) {
      return broken(
          extension, StoreProblems.archiveDamaged(extension, ExtensionProblems.words(failure)));
    }
  }

  private static Entry broken(ExtensionRecord extension, Problem problem) {
    return new Entry(extension, Optional.empty(), new Broken(List.of(problem)), List.of());
  }

  /** Makes the change, and lets start whoever can now. */
  Result run(Change change) {
    Map<ExtensionName, Outcome> departures = new LinkedHashMap<>();
    Map<ExtensionName, Outcome> arrivals = new LinkedHashMap<>();
    List<Entry> leaving = forget(change.departures().keySet(), departures);
    List<Trial> trials = installBeside(change.arrivals(), arrivals);
    try (Bundles.Hidden gone = bundles.hide(goingBundles(trials, leaving))) {
      bundles.resolve(trials.stream().map(Trial::bundle).toList());
      trials = refuseUnwired(trials, arrivals);
      exchange(trials, leaving);
      life.settle();
    }
    judge(trials, arrivals);
    life.settle();
    attachFragments();
    trials.forEach(trial -> arrivals.computeIfAbsent(trial.name(), name -> done(trial)));
    return new Result(arrivals, departures);
  }

  /** Makes the part of a change that needs no extension to run: nobody is replaced. */
  Result prepare(Change change) {
    Map<ExtensionName, Outcome> departures = new LinkedHashMap<>();
    Map<ExtensionName, Outcome> arrivals = new LinkedHashMap<>();
    List<Entry> leaving = forget(change.departures().keySet(), departures);
    List<Trial> trials = installBeside(change.arrivals(), arrivals);
    List<Trial> lost = commit(trials, arrivals);
    lost.forEach(this::abandon);
    exchange(trials.stream().filter(trial -> !lost.contains(trial)).toList(), leaving);
    return new Result(arrivals, departures);
  }

  private List<Entry> forget(
      Collection<ExtensionName> names, Map<ExtensionName, Outcome> outcomes) {
    List<Entry> leaving = new ArrayList<>();
    for (ExtensionName name : names) {
      Entry entry = roster.find(name).orElseThrow();
      try {
        store.remove(List.of(name));
        leaving.add(entry);
        outcomes.put(name, new Outcome.Uninstalled(name, entry.extension().version()));
      } catch (IOException failure) {
        outcomes.put(name, refused(StoreProblems.notWritten(name, failure)));
      }
    }
    return leaving;
  }

  private List<Trial> installBeside(List<Arrival> arrivals, Map<ExtensionName, Outcome> outcomes) {
    List<Trial> trials = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      Optional<Entry> old = roster.find(arrival.name());
      ExtensionRecord extension = remembered(arrival, old);
      try {
        Bundle bundle = install(extension, arrival.translation());
        trials.add(new Trial(arrival, extension, bundle, old, isGuarded(old)));
      } catch (IOException | BundleException | RuntimeException failure) {
        outcomes.put(
            arrival.name(),
            refused(
                ExtensionProblems.notTaken(
                    arrival.source().toString(), arrival.descriptor(), failure)));
        forget(arrival);
      }
    }
    return trials;
  }

  private static ExtensionRecord remembered(Arrival arrival, Optional<Entry> old) {
    Instant now = Instant.now();
    return old.map(
            entry ->
                entry
                    .extension()
                    .replacedBy(arrival.descriptor(), arrival.digest(), arrival.source(), now))
        .orElseGet(
            () ->
                ExtensionRecord.first(
                    arrival.descriptor(), arrival.digest(), arrival.source(), now));
  }

  private Bundle install(ExtensionRecord extension, Translation translation)
      throws IOException, BundleException {
    Location location = new Location(extension.name(), extension.digest());
    Optional<Bundle> there = bundles.find(location);
    return there.isPresent()
        ? there.get()
        : bundles.install(location, bytes(extension, translation));
  }

  private InputStream bytes(ExtensionRecord extension, Translation translation) throws IOException {
    return translation instanceof Translation.Bundle made
        ? new ByteArrayInputStream(made.bytes())
        : Files.newInputStream(store.archive(extension.digest()));
  }

  /** A version that runs, or may run, is not given up for one that has not shown that it works. */
  private static boolean isGuarded(Optional<Entry> old) {
    return old.filter(entry -> entry.bundle().isPresent())
        .filter(entry -> entry.isRunning() || entry.standing() instanceof Untried)
        .isPresent();
  }

  private static Set<Bundle> goingBundles(List<Trial> trials, List<Entry> leaving) {
    return Stream.concat(
            trials.stream().flatMap(trial -> trial.oldBundle().stream()),
            leaving.stream().flatMap(entry -> entry.bundle().stream()))
        .collect(Collectors.toSet());
  }

  private List<Trial> refuseUnwired(List<Trial> trials, Map<ExtensionName, Outcome> outcomes) {
    List<Trial> wired = new ArrayList<>();
    for (Trial trial : trials) {
      if (trial.guarded() && !Bundles.isResolved(trial.bundle())) {
        List<Problem> problems = new ArrayList<>();
        problems.add(
            ExtensionProblems.newerUnmet(
                trial.arrival().descriptor(),
                trial.old().orElseThrow().extension(),
                trial.arrival().source().toString()));
        problems.addAll(bundles.needs().unmet(trial.bundle()));
        outcomes.put(trial.name(), new Outcome.Refused(problems));
        abandon(trial);
      } else {
        wired.add(trial);
      }
    }
    return wired;
  }

  /** Writes down what it can; answers those that could not be, with their outcomes set. */
  private List<Trial> commit(List<Trial> trials, Map<ExtensionName, Outcome> outcomes) {
    try {
      store.commit(trials.stream().map(Trial::extension).toList());
      return List.of();
    } catch (IOException failure) {
      List<Trial> lost =
          trials.stream()
              .filter(
                  trial -> !store.committed(trial.name()).equals(Optional.of(trial.extension())))
              .toList();
      lost.forEach(
          trial ->
              outcomes.put(trial.name(), refused(StoreProblems.notWritten(trial.name(), failure))));
      return lost;
    }
  }

  /** Takes what goes out of service, and enters what comes, stopped. */
  private void exchange(List<Trial> trials, List<Entry> leaving) {
    List<Entry> going = new ArrayList<>(leaving);
    trials.forEach(trial -> trial.old().ifPresent(going::add));
    Set<Bundle> dependents = stopWithDependents(going);
    List<Bundle> left = leaving.stream().flatMap(entry -> entry.bundle().stream()).toList();
    left.forEach(bundles::uninstall);
    leaving.forEach(entry -> roster.remove(entry.name()));
    for (Trial trial : trials) {
      roster.put(
          new Entry(
              trial.extension(),
              Optional.of(trial.bundle()),
              firstStanding(trial.extension()),
              List.of()));
    }
    unwire(dependents, left);
  }

  /** What nobody was wired to, the framework has freed by itself. */
  private void unwire(Set<Bundle> dependents, Collection<Bundle> left) {
    if (!dependents.isEmpty()) {
      Set<Bundle> unwired = new HashSet<>(dependents);
      unwired.addAll(left);
      bundles.refresh(unwired);
    }
  }

  /** Stops these and all that are wired to them; answers the latter's bundles. */
  private Set<Bundle> stopWithDependents(Collection<Entry> going) {
    Set<Bundle> own =
        going.stream().flatMap(entry -> entry.bundle().stream()).collect(Collectors.toSet());
    Set<Bundle> dependents = bundles.dependents(own);
    List<Entry> all = new ArrayList<>(going);
    dependents.stream().flatMap(bundle -> roster.findByBundle(bundle).stream()).forEach(all::add);
    life.stop(all);
    return dependents;
  }

  private Standing firstStanding(ExtensionRecord extension) {
    if (!enabled.allows(extension.name())) {
      return new Disabled(enabled.cause());
    }
    return extension.enabled() ? new Untried() : new Disabled(DISABLED_BY_HAND);
  }

  static final String DISABLED_BY_HAND = "somebody disabled it";

  /** Keeps what works, and puts the old versions back where the new ones do not. */
  private void judge(List<Trial> trials, Map<ExtensionName, Outcome> outcomes) {
    List<SliceReport> reports =
        trials.stream().anyMatch(Trial::guarded) ? slices.list() : List.of();
    Map<Trial, Problem> failed = new LinkedHashMap<>();
    List<Trial> good = new ArrayList<>();
    for (Trial trial : trials) {
      failure(trial, reports)
          .ifPresentOrElse(problem -> failed.put(trial, problem), () -> good.add(trial));
    }
    List<Trial> lost = commit(good, outcomes);
    lost.forEach(trial -> failed.put(trial, problem(outcomes.get(trial.name()))));
    putBack(failed, outcomes);
    good.removeAll(lost);
    good.forEach(trial -> trial.oldBundle().ifPresent(bundles::uninstall));
  }

  private static Problem problem(Outcome refused) {
    return ((Outcome.Refused) refused).problems().get(0);
  }

  /** Only what has something to be measured against can fail: what is new stays, broken or not. */
  private Optional<Problem> failure(Trial trial, List<SliceReport> reports) {
    if (!trial.guarded()) {
      return Optional.empty();
    }
    Entry entry = roster.find(trial.name()).orElseThrow();
    Stream<String> reasons =
        entry.standing() instanceof Broken broken
            ? broken.problems().stream().map(Turn::reason)
            : entry.standing() instanceof Waiting waiting
                ? waiting.needs().stream().map(Turn::reason)
                : reports.stream()
                    .filter(report -> report.extension().equals(trial.name()))
                    .filter(report -> report.state() == SliceState.FAILED)
                    .map(report -> report.name() + " failed: " + report.cause());
    return reasons
        .findFirst()
        .map(
            why ->
                ExtensionProblems.newerFailed(
                    trial.extension(), trial.old().orElseThrow().extension(), why));
  }

  private static String reason(Problem problem) {
    return problem.what() + (problem.why().isEmpty() ? "" : ": " + problem.why());
  }

  private void putBack(Map<Trial, Problem> failed, Map<ExtensionName, Outcome> outcomes) {
    if (failed.isEmpty()) {
      return;
    }
    List<Entry> newer =
        failed.keySet().stream().flatMap(trial -> roster.find(trial.name()).stream()).toList();
    Set<Bundle> dependents = stopWithDependents(newer);
    for (Trial trial : failed.keySet()) {
      trial.old().ifPresentOrElse(this::putBack, () -> roster.remove(trial.name()));
      abandon(trial);
    }
    unwire(dependents, failed.keySet().stream().map(Trial::bundle).toList());
    life.settle();
    failed.forEach(
        (trial, problem) ->
            outcomes.put(trial.name(), new Outcome.Failed(problem, isRunning(trial.name()))));
  }

  private void putBack(Entry old) {
    roster.put(old.isRunning() ? old.in(new Untried()) : old);
  }

  private boolean isRunning(ExtensionName name) {
    return roster.find(name).filter(Entry::isRunning).isPresent();
  }

  private void abandon(Trial trial) {
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

  /** A fragment joins a host that is wired already only when the host is wired anew. */
  private void attachFragments() {
    List<Bundle> waiting =
        roster.wantingWires().stream().flatMap(entry -> entry.bundle().stream()).toList();
    Set<Bundle> hosts = fragments.hostsToRewire(waiting);
    if (!hosts.isEmpty()) {
      List<Entry> entries =
          hosts.stream().flatMap(host -> roster.findByBundle(host).stream()).toList();
      hosts.addAll(stopWithDependents(entries));
      bundles.refresh(hosts);
      life.settle();
    }
  }

  private Outcome done(Trial trial) {
    Entry entry = roster.find(trial.name()).orElseThrow();
    return trial
        .old()
        .<Outcome>map(old -> new Outcome.Upgraded(portraits.of(entry), old.extension().version()))
        .orElseGet(() -> new Outcome.Installed(portraits.of(entry)));
  }

  private static Outcome refused(Problem problem) {
    return new Outcome.Refused(List.of(problem));
  }
}
