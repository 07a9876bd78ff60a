package hotshoe.loader.extension;

import hotshoe.configuration.ExtensionOptions;
import hotshoe.extension.ExtensionName;
import hotshoe.loader.archive.Translator;
import hotshoe.loader.extension.Standing.Broken;
import hotshoe.loader.extension.Standing.Running;
import hotshoe.loader.extension.Standing.Starting;
import hotshoe.loader.extension.Standing.Stopping;
import hotshoe.loader.extension.Standing.Untried;
import hotshoe.loader.extension.Standing.Waiting;
import hotshoe.loader.wiring.Bundles;
import hotshoe.loader.wiring.Conflict;
import hotshoe.loader.wiring.Ending;
import hotshoe.loader.wiring.Location;
import hotshoe.loader.wiring.Needs;
import hotshoe.problem.Problem;
import hotshoe.slice.Slices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops extensions, each in its order, none able to hold up the others for long. */
final class Life {

  private static final Logger log = LoggerFactory.getLogger(Life.class);

  private final Bundles bundles;
  private final Slices slices;
  private final ExtensionOptions options;
  private final ComponentFiles files;
  private final Roster roster;
  private final Comparator<Entry> order;
  private final Translator translator;
  private final Settling settling = new Settling();

  Life(
      Bundles bundles,
      Slices slices,
      ExtensionOptions options,
      ComponentFiles files,
      Roster roster,
      EnabledExtensions enabled,
      Translator translator) {
    this.translator = translator;
    this.bundles = bundles;
    this.slices = slices;
    this.options = options;
    this.files = files;
    this.roster = roster;
    this.order = Comparator.comparing(Entry::name, enabled.order());
  }

  /** From now on changes wait for a moment only; see {@link Settling#hurry}. */
  void hurry(Settling.Latecomers late) {
    settling.hurry(late);
  }

  /**
   * Wires and starts whoever is to run and can, together; says of the others what they need.
   * Returns when the slices have settled, or after a moment.
   */
  void settle() {
    settle(List.of());
  }

  /** The same; the slices of those on trial are waited for in any case. */
  void settle(Collection<Trial> trials) {
    Map<Boolean, List<Entry>> byReadable =
        roster.wantingWires().stream()
            .sorted(order)
            .collect(
                Collectors.partitioningBy(
                    entry -> translator.knows(entry.extension().descriptor())));
    byReadable.get(false).forEach(this::waitForDialect);
    List<Entry> wanting = byReadable.get(true);
    if (wanting.isEmpty()) {
      return;
    }
    bundles.resolve(wanting.stream().flatMap(entry -> entry.bundle().stream()).toList());
    try (Slices.Hold together = slices.hold()) {
      start(wanting);
      settling.await(together, names(wanting), trials.stream().anyMatch(Trial::guarded));
    }
  }

  private void waitForDialect(Entry entry) {
    Standing standing = waiting(ExtensionProblems.dialectMissing(entry.extension().descriptor()));
    if (!standing.equals(entry.standing())) {
      roster.put(entry.in(standing));
    }
  }

  private void start(List<Entry> wanting) {
    Needs needs = bundles.needs();
    for (Entry entry : wanting) {
      Bundle bundle = entry.bundle().orElseThrow();
      if (Bundles.isResolved(bundle)) {
        start(entry, bundle);
      } else {
        sayWhy(entry, bundle, needs);
      }
    }
  }

  private static Set<ExtensionName> names(List<Entry> entries) {
    return entries.stream().map(Entry::name).collect(Collectors.toSet());
  }

  private void start(Entry wired, Bundle bundle) {
    Entry entry = wired.remarking(applyOptions(wired, bundle));
    if (entry.hasErrors()) {
      roster.put(entry.remarking(List.of()).in(new Broken(entry.remarks())));
      return;
    }
    if (Bundles.isFragment(bundle)) {
      roster.put(entry.in(new Running()));
      return;
    }
    roster.put(entry.in(new Starting()));
    roster.put(started(entry, bundle));
  }

  private Entry started(Entry entry, Bundle bundle) {
    Standing standing = ended(entry, bundles.start(bundle));
    if (!(standing instanceof Running)) {
      return entry.in(standing);
    }
    List<Problem> remarks = new ArrayList<>(entry.remarks());
    remarks.addAll(files.unread(entry.extension(), bundle));
    return entry.remarking(remarks).in(standing);
  }

  private List<Problem> applyOptions(Entry entry, Bundle bundle) {
    try {
      return options.apply(entry.name(), bundle);
    } catch (RuntimeException failure) {
      log.warn("the options of {} cannot be read", entry, failure);
      return List.of(ExtensionProblems.optionsFailed(entry.extension(), failure));
    }
  }

  private static Standing ended(Entry entry, Ending ending) {
    if (ending instanceof Ending.Threw threw) {
      log.warn("{} failed to start", entry, threw.cause());
      return new Broken(List.of(ExtensionProblems.startThrew(entry.extension(), threw.cause())));
    }
    if (ending instanceof Ending.TooLong tooLong) {
      return new Broken(
          List.of(ExtensionProblems.startTooLong(entry.extension(), tooLong.limit())));
    }
    return new Running();
  }

  private void sayWhy(Entry entry, Bundle bundle, Needs needs) {
    List<Problem> unmet = needs.unmet(bundle);
    Standing standing = unmet.isEmpty() ? conflict(entry, bundle, needs) : new Waiting(unmet);
    if (!standing.equals(entry.standing())) {
      roster.put(entry.in(standing));
    }
  }

  /** All it needs is offered, and still it is not wired: the framework alone knows why. */
  private Standing conflict(Entry entry, Bundle bundle, Needs needs) {
    if (Bundles.isFragment(bundle)) {
      return fragment(entry, bundle, needs);
    }
    Ending ending = bundles.start(bundle);
    if (ending instanceof Ending.Threw threw && !Bundles.isResolved(bundle)) {
      return waiting(ExtensionProblems.conflict(entry.extension(), Conflict.words(threw.cause())));
    }
    return ended(entry, ending);
  }

  private static Standing fragment(Entry entry, Bundle bundle, Needs needs) {
    Optional<Bundle> ofHost =
        needs.hosts(bundle).stream().filter(host -> !Location.isExtension(host)).findFirst();
    return ofHost
        .map(
            host -> waiting(ExtensionProblems.hostStays(entry.extension(), host.getSymbolicName())))
        .orElseGet(
            () ->
                waiting(
                    ExtensionProblems.conflict(
                        entry.extension(), "its host does not take it beside what it has")));
  }

  private static Standing waiting(Problem problem) {
    return new Waiting(List.of(problem));
  }

  /**
   * Stops these, the last started first: the slices of all, then the bundles of all. Each is to run
   * again as soon as somebody settles.
   */
  void stop(Collection<Entry> entries) {
    List<Entry> running =
        entries.stream().filter(Entry::isRunning).sorted(order.reversed()).toList();
    running.forEach(entry -> roster.put(entry.in(new Stopping())));
    running.forEach(this::retire);
    for (Entry entry : running) {
      entry.bundle().ifPresent(bundle -> stop(entry, bundle));
      roster.put(entry.in(new Untried()));
    }
  }

  private void retire(Entry entry) {
    try {
      List<Problem> problems = slices.retire(entry.name());
      log.debug("the slices of {} are down: {}", entry, problems);
    } catch (RuntimeException failure) {
      log.warn("the slices of {} did not stop cleanly", entry, failure);
    }
  }

  private void stop(Entry entry, Bundle bundle) {
    Ending ending = bundles.stop(bundle);
    if (ending instanceof Ending.Threw threw) {
      log.warn(
          ExtensionProblems.stopFailed(entry.extension(), ExtensionProblems.words(threw.cause()))
              .sentence(),
          threw.cause());
    } else if (ending instanceof Ending.TooLong tooLong) {
      log.warn(
          ExtensionProblems.stopFailed(
                  entry.extension(),
                  "it needs more than " + tooLong.limit().toMillis() + " ms; it was left behind")
              .sentence());
    }
  }
}
