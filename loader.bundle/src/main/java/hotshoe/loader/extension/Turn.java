package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.Outcome;
import hotshoe.loader.extension.Standing.Broken;
import hotshoe.loader.extension.Standing.Untried;
import hotshoe.loader.extension.Standing.Waiting;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.loader.store.Store;
import hotshoe.loader.store.StoreProblems;
import hotshoe.loader.wiring.Bundles;
import hotshoe.loader.wiring.Fragments;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import java.io.IOException;
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

/**
 * Makes changes come true. New bundles are put in beside the old ones and wired before anything
 * that runs is touched; the record of a new version is written once it has shown that it works.
 * Whenever the host dies in between, the records name versions that belong together.
 */
final class Turn {

  private final Store store;
  private final Bundles bundles;
  private final Slices slices;
  private final Roster roster;
  private final Entrance entrance;
  private final Life life;
  private final Callers callers;
  private final Portraits portraits;
  private final Fragments fragments;

  Turn(
      Store store,
      Bundles bundles,
      Slices slices,
      Roster roster,
      Entrance entrance,
      Life life,
      Callers callers,
      Portraits portraits) {
    this.store = store;
    this.bundles = bundles;
    this.slices = slices;
    this.roster = roster;
    this.entrance = entrance;
    this.life = life;
    this.callers = callers;
    this.portraits = portraits;
    this.fragments = new Fragments(bundles);
  }

  /** Puts remembered extensions into the framework; nothing starts. */
  void enter(Collection<ExtensionRecord> remembered) {
    entrance.enter(remembered);
  }

  /** Takes those in who had to wait for their format; nothing starts. */
  void enterWaiting() {
    entrance.enterWaiting();
  }

  /** Stops and unwires those whose format nobody reads any more; they are to run again later. */
  void standBack() {
    List<Entry> going =
        roster.all().stream()
            .filter(entry -> entry.isRunning() && !entrance.isReadable(entry))
            .toList();
    Set<Bundle> unwired = stopWithDependents(going);
    going.stream().flatMap(entry -> entry.bundle().stream()).forEach(unwired::add);
    bundles.refresh(unwired);
  }

  /**
   * Takes out what the machine has no more, and lets start whoever can now. Those who used it stop;
   * whoever finds another instead starts again.
   */
  void takeOut(Set<Bundle> gone) {
    try (Changeover calls = callers.changeover()) {
      Set<Bundle> unwired = bundles.dependents(gone);
      List<Entry> users =
          unwired.stream().flatMap(bundle -> roster.findByBundle(bundle).stream()).toList();
      calls.hold(users.stream().filter(Entry::isRunning).map(Entry::name).toList());
      life.stop(users);
      gone.forEach(bundles::uninstall);
      unwired.addAll(gone);
      bundles.refresh(unwired);
      life.settle();
      attachFragments(calls);
    }
  }

  /** How the parts of a change ended, by the extension's name. */
  record Result(Map<ExtensionName, Outcome> arrivals, Map<ExtensionName, Outcome> departures) {}

  /** Makes the change, and lets start whoever can now. */
  Result run(Change change) {
    Map<ExtensionName, Outcome> departures = new LinkedHashMap<>();
    Map<ExtensionName, Outcome> arrivals = new LinkedHashMap<>();
    List<Entry> leaving = forget(change.departures().keySet(), departures);
    List<Trial> trials = entrance.installBeside(change.arrivals(), arrivals);
    try (Changeover calls = callers.changeover()) {
      try (Bundles.Hidden gone = bundles.hide(goingBundles(trials, leaving))) {
        bundles.resolve(trials.stream().map(Trial::bundle).toList());
        trials = entrance.refuseUnwired(trials, arrivals);
        calls.hold(replaced(trials));
        exchange(trials, leaving);
        life.settle(trials);
      }
      judge(trials, arrivals);
      life.settle();
      attachFragments(calls);
    }
    trials.forEach(trial -> arrivals.computeIfAbsent(trial.name(), name -> done(trial)));
    return new Result(arrivals, departures);
  }

  /** Those of whom a version may be answering calls now. */
  private static List<ExtensionName> replaced(List<Trial> trials) {
    return trials.stream()
        .filter(trial -> trial.old().filter(Entry::isRunning).isPresent())
        .map(Trial::name)
        .toList();
  }

  /** Makes the part of a change that needs no extension to run: nobody is replaced. */
  Result prepare(Change change) {
    Map<ExtensionName, Outcome> departures = new LinkedHashMap<>();
    Map<ExtensionName, Outcome> arrivals = new LinkedHashMap<>();
    List<Entry> leaving = forget(change.departures().keySet(), departures);
    List<Trial> trials = entrance.installBeside(change.arrivals(), arrivals);
    Map<Trial, Problem> lost = entrance.commit(trials);
    lost.forEach((trial, problem) -> arrivals.put(trial.name(), refused(problem)));
    lost.keySet().forEach(entrance::abandon);
    exchange(trials.stream().filter(trial -> !lost.containsKey(trial)).toList(), leaving);
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

  private static Set<Bundle> goingBundles(List<Trial> trials, List<Entry> leaving) {
    return Stream.concat(
            trials.stream().flatMap(trial -> trial.oldBundle().stream()),
            leaving.stream().flatMap(entry -> entry.bundle().stream()))
        .collect(Collectors.toSet());
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
      roster.put(entrance.entry(trial));
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
    failed.putAll(entrance.commit(good));
    putBack(failed, outcomes);
    good.removeAll(failed.keySet());
    good.forEach(trial -> trial.oldBundle().ifPresent(bundles::uninstall));
  }

  /** Only what has something to be measured against can fail: what is new stays, broken or not. */
  private Optional<Problem> failure(Trial trial, List<SliceReport> reports) {
    if (!trial.guarded()) {
      return Optional.empty();
    }
    return reason(roster.find(trial.name()).orElseThrow(), reports)
        .map(
            why ->
                ExtensionProblems.newerFailed(
                    trial.extension(), trial.old().orElseThrow().extension(), why));
  }

  private static Optional<String> reason(Entry entry, List<SliceReport> reports) {
    if (entry.standing() instanceof Broken broken) {
      return broken.problems().stream().map(Portraits::sentence).findFirst();
    }
    if (entry.standing() instanceof Waiting waiting) {
      return waiting.needs().stream().map(Portraits::sentence).findFirst();
    }
    if (entry.hasErrors()) {
      return entry.remarks().stream()
          .filter(remark -> remark.severity() == Severity.ERROR)
          .map(Portraits::sentence)
          .findFirst();
    }
    return reports.stream()
        .filter(report -> report.extension().equals(entry.name()))
        .filter(report -> report.state() == SliceState.FAILED)
        .map(report -> report.name() + " failed: " + report.cause())
        .findFirst();
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
      entrance.abandon(trial);
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

  /** A fragment joins a host that is wired already only when the host is wired anew. */
  private void attachFragments(Changeover calls) {
    List<Bundle> waiting =
        roster.wantingWires().stream().flatMap(entry -> entry.bundle().stream()).toList();
    Set<Bundle> hosts = fragments.hostsToRewire(waiting);
    if (!hosts.isEmpty()) {
      List<Entry> entries =
          hosts.stream().flatMap(host -> roster.findByBundle(host).stream()).toList();
      calls.hold(entries.stream().filter(Entry::isRunning).map(Entry::name).toList());
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
