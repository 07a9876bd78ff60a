package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.Plan;
import hotshoe.loader.extension.Reading.Taken;
import hotshoe.loader.source.Fetcher;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.loader.store.KeptVersion;
import hotshoe.loader.store.Source;
import hotshoe.loader.store.Source.DeployFile;
import hotshoe.loader.store.Source.Given;
import hotshoe.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;

/**
 * Says what a change would do: by the judgement of those who make it as far as archives are judged,
 * and on paper from there on. Changes nothing; called by anybody at any time.
 */
final class Planning {

  private final Parts parts;

  Planning(Parts parts) {
    this.parts = parts;
  }

  /** What installing an archive would do. */
  Plan install(InstallRequest request, InstallListener listener) {
    String shown = Fetcher.shown(request);
    Reading reading = parts.acquisition().acquire(request, listener);
    if (!(reading instanceof Taken taken)) {
      return Forecast.refused(shown, Optional.empty(), ByHand.problems(reading));
    }
    try {
      return admit(shown, taken, request);
    } finally {
      parts.reader().discard(taken);
    }
  }

  /** The same judges as for an installation, before a copy of the roster that nobody changes. */
  private Plan admit(String shown, Taken taken, InstallRequest request) {
    Roster roster = parts.roster().copy();
    Source source = new Given(taken.provenance().origin());
    Admission.Decision decision =
        new Admission(roster, parts.bundles(), Set.of())
            .decide(taken.ready().descriptor(), taken.copy().digest(), source, request.force());
    Optional<String> digest = Optional.of(taken.copy().digest().value());
    if (decision instanceof Admission.Present present) {
      return Forecast.kept(shown, digest, present.entry());
    }
    if (decision instanceof Admission.Refused refused) {
      return Forecast.refused(shown, digest, List.of(refused.problem()));
    }
    Arrival arrival = Arrival.of(taken, source);
    return new Forecast(parts, roster)
        .arrival(
            shown,
            request.disabled() ? arrival.withoutStarting(Entrance.DISABLED_BY_REQUEST) : arrival,
            taken.copy().file(),
            taken.remarks());
  }

  /** What going back would do. */
  Plan rollback(ExtensionName name, Optional<Version> version) {
    Roster roster = parts.roster().copy();
    return roster
        .find(name)
        .map(entry -> rollback(roster, entry, version))
        .orElseGet(() -> Forecast.refused(name.value(), Optional.empty(), List.of(unknown(name))));
  }

  private Plan rollback(Roster roster, Entry entry, Optional<Version> version) {
    ExtensionRecord extension = entry.extension();
    String shown = version.map(wanted -> entry.name() + " " + wanted).orElse(entry.name().value());
    Optional<KeptVersion> kept = ByHand.kept(extension, version);
    if (kept.isPresent()) {
      return rollback(roster, entry, kept.get());
    }
    return version.filter(extension.version()::equals).isPresent()
        ? Forecast.kept(shown, Optional.of(extension.digest().value()), entry)
        : Forecast.refused(
            shown, Optional.empty(), List.of(ExtensionProblems.noSuchVersion(extension, version)));
  }

  private Plan rollback(Roster roster, Entry entry, KeptVersion kept) {
    String shown = entry.name() + " " + kept.version();
    Reading reading = parts.reader().reread(entry.extension(), kept);
    if (!(reading instanceof Taken taken)) {
      return Forecast.refused(shown, Optional.of(kept.digest().value()), ByHand.problems(reading));
    }
    try {
      Arrival arrival = Arrival.of(taken, ByHand.backTo(entry.extension().source(), kept));
      return new Forecast(parts, roster)
          .arrival(shown, arrival, taken.copy().file(), taken.remarks());
    } finally {
      parts.reader().discard(taken);
    }
  }

  /** What removing an extension would do. */
  Plan uninstall(ExtensionName name) {
    Roster roster = parts.roster().copy();
    return roster
        .find(name)
        .map(entry -> new Forecast(parts, roster).departure(entry))
        .orElseGet(() -> Forecast.refused(name.value(), Optional.empty(), List.of(unknown(name))));
  }

  private Problem unknown(ExtensionName name) {
    return ExtensionProblems.unknown(name, parts.names());
  }

  /** Where an extension came from, in words that follow its removal. */
  static String file(Entry entry) {
    return entry.extension().source() instanceof DeployFile file
        ? ", and its file " + file + " goes too"
        : "";
  }
}
