package hotshoe.loader.extension;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.Outcome;
import hotshoe.extension.RejectedArchive;
import hotshoe.loader.extension.Reading.Taken;
import hotshoe.loader.extension.Standing.Broken;
import hotshoe.loader.extension.Standing.Disabled;
import hotshoe.loader.extension.Standing.Untried;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.loader.store.Source.DeployFile;
import hotshoe.loader.store.Source.Given;
import hotshoe.loader.store.StoreProblems;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Changes that somebody asks for, one at a time. An archive's whole way is in {@link
 * #install(Path)}. Called on the thread of {@link Changes}.
 */
final class ByHand {

  private final Parts parts;
  private final Deployed deployed;

  ByHand(Parts parts, Deployed deployed) {
    this.parts = parts;
    this.deployed = deployed;
  }

  /** The whole story: found, understood, translated, admitted, running. */
  Outcome install(Path archive) {
    long began = System.nanoTime();
    Optional<String> fileName = parts.folder().nameOf(archive);
    if (fileName.isPresent()) {
      return installFromFolder(fileName.get(), began);
    }
    Given source = new Given(archive.toAbsolutePath().normalize().toString());
    Reading reading = parts.reader().read(source.toString(), archive);
    return reading instanceof Taken taken
        ? admit(taken, source, began)
        : new Outcome.Refused(problems(reading));
  }

  private Outcome admit(Taken taken, Given source, long began) {
    Admission.Decision decision =
        new Admission(parts.roster(), parts.bundles(), Set.of())
            .decide(taken.ready().descriptor(), taken.copy().digest(), source);
    if (decision instanceof Admission.Admitted) {
      return run(taken, source, began);
    }
    parts.reader().discard(taken.copy());
    return decision instanceof Admission.Present present
        ? present(present.entry())
        : refused(((Admission.Refused) decision).problem());
  }

  private Outcome run(Taken taken, Given source, long began) {
    ExtensionName name = taken.ready().descriptor().name();
    try {
      parts.store().keep(taken.copy());
    } catch (IOException failure) {
      parts.reader().discard(taken.copy());
      return refused(StoreProblems.notWritten(name, failure));
    }
    Arrival arrival = Arrival.of(taken, source);
    Turn.Result result = parts.turn().run(new Change(List.of(arrival), Map.of(), began));
    parts.journal().tell(Map.of(), began);
    return result.arrivals().get(name);
  }

  static List<Problem> problems(Reading reading) {
    if (reading instanceof Reading.Rejected rejected) {
      return rejected.problems();
    }
    return reading instanceof Reading.Unfinished unfinished
        ? List.of(unfinished.problem())
        : List.of(((Reading.Unreadable) reading).problem());
  }

  private Outcome installFromFolder(String fileName, long began) {
    Map<String, Outcome> outcomes =
        deployed.follow(Set.of(fileName), Patience.NONE, began).outcomes();
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

  Outcome enable(ExtensionName name) {
    return withEntry(name, this::enable);
  }

  private Outcome enable(Entry entry) {
    if (!parts.enabled().allows(entry.name())) {
      return refused(ExtensionProblems.notListed(entry.name(), parts.enabled().origin()));
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
    ExtensionRecord unwanted = entry.extension().unwanted();
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

  Outcome uninstall(ExtensionName name) {
    return withEntry(name, this::uninstall);
  }

  /** The file goes first: were it last and the host died, it would bring the extension back. */
  private Outcome uninstall(Entry entry) {
    if (entry.extension().source() instanceof DeployFile file) {
      try {
        Files.deleteIfExists(parts.folder().file(file.fileName()));
      } catch (IOException failure) {
        return refused(parts.folder().notDeleted(file.fileName(), failure));
      }
      parts.rejections().remove(file.fileName());
    }
    return remove(entry.name());
  }

  private Outcome remove(ExtensionName name) {
    long began = System.nanoTime();
    Map<ExtensionName, String> departure = Map.of(name, "somebody uninstalled it");
    Turn.Result result = parts.turn().run(new Change(List.of(), departure, began));
    parts.journal().tell(departure, began);
    deployed.followFreed(departure.keySet(), began);
    return result.departures().get(name);
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
