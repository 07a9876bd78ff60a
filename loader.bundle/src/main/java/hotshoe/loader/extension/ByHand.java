package hotshoe.loader.extension;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.Outcome;
import hotshoe.extension.RejectedArchive;
import hotshoe.loader.extension.Reading.Taken;
import hotshoe.loader.extension.Standing.Broken;
import hotshoe.loader.extension.Standing.Disabled;
import hotshoe.loader.extension.Standing.Untried;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.loader.store.KeptVersion;
import hotshoe.loader.store.Source;
import hotshoe.loader.store.Source.Given;
import hotshoe.loader.store.StoreProblems;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.osgi.framework.Version;

/**
 * Changes that somebody asks for, one at a time. Called on the thread of {@link Changes}; what is
 * installed was fetched, verified and understood before by {@link Acquisition}.
 */
final class ByHand {

  private final Parts parts;
  private final Deployed deployed;

  ByHand(Parts parts, Deployed deployed) {
    this.parts = parts;
    this.deployed = deployed;
  }

  /** The second half of the story: admitted, running. */
  Outcome install(Taken taken, InstallRequest request) {
    long began = System.nanoTime();
    Given source = new Given(taken.provenance().origin());
    Admission.Decision decision =
        new Admission(parts.roster(), parts.bundles(), Set.of())
            .decide(taken.ready().descriptor(), taken.copy().digest(), source, request.force());
    if (decision instanceof Admission.Admitted) {
      return run(taken, source, request, began);
    }
    parts.reader().discard(taken);
    return decision instanceof Admission.Present present
        ? present(present.entry())
        : refused(((Admission.Refused) decision).problem());
  }

  private Outcome run(Taken taken, Given source, InstallRequest request, long began) {
    ExtensionName name = taken.ready().descriptor().name();
    try {
      parts.store().keep(taken.copy());
    } catch (IOException failure) {
      parts.reader().discard(taken);
      return refused(StoreProblems.notWritten(name, failure));
    }
    Arrival arrival = Arrival.of(taken, source);
    parts.journal().rejected(taken.remarks());
    return run(
        request.disabled() ? arrival.withoutStarting(Entrance.DISABLED_BY_REQUEST) : arrival,
        began);
  }

  private Outcome run(Arrival arrival, long began) {
    Turn.Result result = parts.turn().run(new Change(List.of(arrival), Map.of(), began));
    parts.journal().tell(Map.of(), began);
    return result.arrivals().get(arrival.name());
  }

  static List<Problem> problems(Reading reading) {
    if (reading instanceof Reading.Rejected rejected) {
      return rejected.problems();
    }
    return reading instanceof Reading.Unfinished unfinished
        ? List.of(unfinished.problem())
        : List.of(((Reading.Unreadable) reading).problem());
  }

  /** The same story for what lies in the deploy folder, and belongs to it. */
  Outcome installFromFolder(String fileName, InstallRequest request) {
    long began = System.nanoTime();
    EnumSet<Wish> wishes = EnumSet.of(Wish.ANYWAY);
    if (request.disabled()) {
      wishes.add(Wish.WITHOUT_STARTING);
    }
    Map<String, Outcome> outcomes =
        deployed.follow(Set.of(fileName), Patience.NONE, wishes, began).outcomes();
    return Optional.ofNullable(outcomes.get(fileName))
        .or(() -> parts.rejections().find(fileName).map(ByHand::refused))
        .or(() -> parts.roster().findByDeployFile(fileName).map(this::present))
        .orElseGet(() -> refused(parts.folder().notThere(fileName)));
  }

  private static Outcome refused(RejectedArchive archive) {
    return new Outcome.Refused(archive.problems());
  }

  private Outcome present(Entry entry) {
    return new Outcome.AlreadyPresent(parts.portraits().of(entry));
  }

  Outcome rollback(ExtensionName name, Optional<Version> version) {
    return withEntry(name, entry -> rollback(entry, version));
  }

  /** Backwards as forwards: the version that is left is kept, and stays if the other fails. */
  private Outcome rollback(Entry entry, Optional<Version> version) {
    ExtensionRecord extension = entry.extension();
    Optional<KeptVersion> kept = kept(extension, version);
    if (kept.isPresent()) {
      return rollback(entry, kept.get());
    }
    return version.filter(extension.version()::equals).isPresent()
        ? present(entry)
        : refused(ExtensionProblems.noSuchVersion(extension, version));
  }

  /** The version that is meant, if it is kept. */
  static Optional<KeptVersion> kept(ExtensionRecord extension, Optional<Version> version) {
    return extension.previous().stream()
        .filter(each -> version.map(each.version()::equals).orElse(true))
        .findFirst();
  }

  private Outcome rollback(Entry entry, KeptVersion version) {
    long began = System.nanoTime();
    ExtensionRecord extension = entry.extension();
    Reading reading = parts.reader().reread(extension, version);
    if (!(reading instanceof Taken taken)) {
      return new Outcome.Refused(problems(reading));
    }
    Outcome outcome = run(Arrival.of(taken, backTo(extension.source(), version)), began);
    return outcome instanceof Outcome.Upgraded upgraded
        ? new Outcome.RolledBack(upgraded.extension(), upgraded.before())
        : outcome;
  }

  /** What belongs to the deploy folder goes on to do so, with the same file as before. */
  static Source backTo(Source source, KeptVersion version) {
    return source instanceof Given ? new Given(version.provenance().origin()) : source;
  }

  Outcome enable(ExtensionName name) {
    return withEntry(name, this::enable);
  }

  private Outcome enable(Entry entry) {
    if (!parts.enabled().allows(entry.name())) {
      return refused(ExtensionProblems.notListed(entry.name(), parts.enabled().origin()));
    }
    List<Problem> obstacles = entry.standing() instanceof Disabled ? obstacles(entry) : List.of();
    if (!obstacles.isEmpty()) {
      return new Outcome.Refused(obstacles);
    }
    ExtensionRecord wanted = entry.extension().wanted();
    return commit(wanted)
        .map(ByHand::refused)
        .orElseGet(
            () -> {
              Entry remembered = entry.with(wanted);
              settle(canTry(entry) ? remembered.in(new Untried()) : remembered);
              return new Outcome.Enabled(now(entry));
            });
  }

  /** What would keep it from working once it runs (row CS-11). */
  private List<Problem> obstacles(Entry entry) {
    String dialect = entry.extension().descriptor().dialect();
    return entry.bundle().stream()
        .flatMap(bundle -> parts.readiness().renew(dialect, entry.name(), bundle).stream())
        .filter(problem -> problem.severity() == Severity.ERROR)
        .toList();
  }

  /** Whoever does not run, and does not wait either, gets another chance. */
  private static boolean canTry(Entry entry) {
    return entry.bundle().isPresent()
        && (entry.standing() instanceof Disabled
            || entry.standing() instanceof Broken
            || entry.isStoppedByOthers());
  }

  Outcome disable(ExtensionName name) {
    return withEntry(name, this::disable);
  }

  private Outcome disable(Entry entry) {
    ExtensionRecord unwanted = entry.extension().unwanted(Entrance.DISABLED_BY_HAND);
    return commit(unwanted)
        .map(ByHand::refused)
        .orElseGet(
            () -> {
              parts.life().stop(List.of(entry));
              settle(entry.with(unwanted).in(new Disabled(Entrance.DISABLED_BY_HAND)));
              return new Outcome.Disabled(now(entry));
            });
  }

  private void settle(Entry changed) {
    long began = System.nanoTime();
    parts.roster().put(changed);
    parts.turn().run(new Change(List.of(), Map.of(), began));
    parts.journal().tell(Map.of(), began);
  }

  private Extension now(Entry before) {
    return parts.closely(parts.roster().find(before.name()).orElseThrow());
  }

  Outcome uninstall(ExtensionName name, boolean keepingData) {
    return withEntry(name, entry -> new Departure(parts, deployed).of(entry, keepingData));
  }

  private Outcome withEntry(ExtensionName name, Function<Entry, Outcome> change) {
    return parts
        .roster()
        .find(name)
        .map(change)
        .orElseGet(() -> refused(ExtensionProblems.unknown(name, parts.names())));
  }

  private Optional<Problem> commit(ExtensionRecord extension) {
    try {
      parts.store().commit(List.of(extension));
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(StoreProblems.notWritten(extension.name(), failure));
    }
  }

  private static Outcome refused(Problem problem) {
    return new Outcome.Refused(List.of(problem));
  }
}
