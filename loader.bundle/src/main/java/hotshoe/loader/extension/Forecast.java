package hotshoe.loader.extension;

import hotshoe.archive.Translation;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.Plan;
import hotshoe.extension.Plan.Action;
import hotshoe.extension.Plan.Step;
import hotshoe.loader.form.BundleWriter;
import hotshoe.loader.plan.Blueprint;
import hotshoe.loader.plan.Complaints;
import hotshoe.loader.plan.PlanText;
import hotshoe.loader.plan.Player;
import hotshoe.loader.plan.Player.Condition;
import hotshoe.loader.plan.Rehearsal;
import hotshoe.loader.plan.WiringModel;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleRevision;

/**
 * One change, gone through on paper, and what is said of it. Answers for the moment in which it was
 * made.
 */
final class Forecast {

  private final Parts parts;
  private final Map<ExtensionName, Entry> entries = new LinkedHashMap<>();

  Forecast(Parts parts, Roster roster) {
    this.parts = parts;
    roster.all().stream()
        .sorted(Comparator.comparing(Entry::name, parts.enabled().order()))
        .forEach(entry -> entries.put(entry.name(), entry));
  }

  static Plan refused(String shown, Optional<String> digest, List<Problem> problems) {
    return new Plan(shown, digest, List.of(), problems);
  }

  /** Exactly these bytes are there. */
  static Plan kept(String shown, Optional<String> digest, Entry entry) {
    Step step =
        new Step(
            Action.KEEP, entry.name(), entry + " is installed already, from exactly these bytes");
    return new Plan(shown, digest, List.of(step), List.of());
  }

  /** An archive that was let in becomes a bundle and takes its place. */
  Plan arrival(String shown, Arrival arrival, Path archive, List<Problem> remarks) {
    Plan plan = arrival(shown, arrival, archive);
    List<Problem> problems = new ArrayList<>(plan.problems());
    remarks.stream().map(Forecast::warning).forEach(problems::add);
    return new Plan(plan.source(), plan.digest(), plan.steps(), problems);
  }

  private Plan arrival(String shown, Arrival arrival, Path archive) {
    Optional<String> digest = Optional.of(arrival.digest().value());
    Optional<Entry> old = Optional.ofNullable(entries.get(arrival.name()));
    ExtensionRecord extension = parts.entrance().remembered(arrival, old);
    try {
      Blueprint bundle =
          Blueprint.of(arrival.name().value(), manifest(arrival.translation(), archive));
      return arrival(shown, arrival, extension, bundle, old);
    } catch (IOException | BundleException | RuntimeException failure) {
      Problem notTaken =
          ExtensionProblems.notTaken(arrival.source().toString(), arrival.descriptor(), failure);
      return refused(shown, digest, List.of(notTaken));
    }
  }

  private Plan arrival(
      String shown,
      Arrival arrival,
      ExtensionRecord extension,
      Blueprint bundle,
      Optional<Entry> old) {
    Map<ExtensionName, Player> before = players();
    boolean starts = parts.entrance().firstStanding(extension).wantsWires();
    Player newcomer =
        new Player(extension.name(), bundle, starts ? Condition.WANTING : Condition.RESTING);
    Rehearsal.Course course =
        rehearsal(before, Optional.of(extension)).arrive(newcomer, bundle, Entrance.isGuarded(old));
    Optional<String> digest = Optional.of(arrival.digest().value());
    if (course.refused()) {
      return refused(shown, digest, refusal(arrival, extension, old.orElseThrow(), course));
    }
    List<Step> steps = new ArrayList<>(List.of(first(extension, old, starts)));
    steps.addAll(new PlanText(before, course).consequences(extension.name()));
    return new Plan(shown, digest, steps, warnings(before, course));
  }

  private static Manifest manifest(Translation translation, Path archive) throws IOException {
    if (translation instanceof Translation.Bundle bundle) {
      return BundleWriter.manifest(bundle.form());
    }
    try (JarFile jar = new JarFile(archive.toFile())) {
      return Optional.ofNullable(jar.getManifest())
          .orElseThrow(() -> new IOException("it has no manifest"));
    }
  }

  /** Someone goes for good. */
  Plan departure(Entry entry) {
    Map<ExtensionName, Player> before = players();
    Step removal =
        new Step(Action.REMOVE, entry.name(), entry + " is uninstalled" + Planning.file(entry));
    if (!before.containsKey(entry.name())) {
      return new Plan(entry.name().value(), Optional.empty(), List.of(removal), List.of());
    }
    Rehearsal.Course course = rehearsal(before, Optional.empty()).leave(entry.name());
    List<Step> steps = new ArrayList<>(List.of(removal));
    steps.addAll(new PlanText(before, course).consequences(entry.name()));
    return new Plan(entry.name().value(), Optional.empty(), steps, warnings(before, course));
  }

  private Rehearsal rehearsal(
      Map<ExtensionName, Player> before, Optional<ExtensionRecord> newcomer) {
    WiringModel model = new WiringModel(parts.bundles().resolver(), parts.bundles().all());
    return new Rehearsal(model, before.values(), complaints(newcomer));
  }

  private Complaints complaints(Optional<ExtensionRecord> newcomer) {
    return new Complaints() {
      @Override
      public Problem conflict(ExtensionName who, String why) {
        return ExtensionProblems.conflict(record(who), why);
      }

      @Override
      public Problem hostStays(ExtensionName who, String host) {
        return ExtensionProblems.hostStays(record(who), host);
      }

      private ExtensionRecord record(ExtensionName who) {
        return newcomer
            .filter(extension -> extension.name().equals(who))
            .orElseGet(() -> entries.get(who).extension());
      }
    };
  }

  /** How everybody stands who has a bundle. */
  private Map<ExtensionName, Player> players() {
    Map<ExtensionName, Player> players = new LinkedHashMap<>();
    entries.forEach(
        (name, entry) ->
            entry
                .bundle()
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .ifPresent(
                    revision -> players.put(name, new Player(name, revision, condition(entry)))));
    return players;
  }

  private Condition condition(Entry entry) {
    if (entry.isRunning() || entry.standing() instanceof Standing.Starting) {
      return Condition.RUNNING;
    }
    return entry.standing().wantsWires() && parts.entrance().isReadable(entry)
        ? Condition.WANTING
        : Condition.RESTING;
  }

  private static List<Problem> refusal(
      Arrival arrival, ExtensionRecord extension, Entry old, Rehearsal.Course course) {
    if (course.tried()) {
      String why = course.reasons().stream().map(Portraits::sentence).findFirst().orElse("");
      return List.of(ExtensionProblems.newerFailed(extension, old.extension(), why));
    }
    Problem unmet =
        ExtensionProblems.newerUnmet(
            arrival.descriptor(), old.extension(), arrival.source().toString());
    return Stream.concat(Stream.of(unmet), course.reasons().stream().map(need -> need.advising("")))
        .toList();
  }

  private static Step first(ExtensionRecord extension, Optional<Entry> old, boolean starts) {
    String rest = starts ? "" : ", and not started: it is disabled";
    if (old.isEmpty()) {
      return new Step(Action.INSTALL, extension.name(), extension + " is installed" + rest);
    }
    ExtensionRecord before = old.get().extension();
    int versions = VersionOrder.compare(extension.descriptor(), before.descriptor());
    String words =
        versions == 0
            ? extension + " is replaced by other bytes of the same version"
            : "%s goes %s from %s to %s"
                .formatted(
                    extension.name(),
                    versions > 0 ? "up" : "down",
                    before.version(),
                    extension.version());
    Action action =
        versions == 0 ? Action.REPLACE : versions > 0 ? Action.UPGRADE : Action.DOWNGRADE;
    return new Step(action, extension.name(), words + rest);
  }

  /** What keeps somebody waiting who was not waiting before. */
  private static List<Problem> warnings(
      Map<ExtensionName, Player> before, Rehearsal.Course course) {
    return course.players().values().stream()
        .filter(Player::isWanting)
        .filter(player -> !isWaiting(before.get(player.name()), player))
        .sorted(Comparator.comparing(Player::name))
        .flatMap(player -> player.reasons().stream())
        .map(Forecast::warning)
        .distinct()
        .toList();
  }

  private static boolean isWaiting(Player was, Player is) {
    return was != null && was.isWanting() && was.bundle().equals(is.bundle());
  }

  private static Problem warning(Problem reason) {
    return reason.severity() == Severity.NOTE
        ? reason
        : new Problem(
            Severity.WARNING,
            reason.code(),
            reason.what(),
            reason.where(),
            reason.why(),
            reason.advice());
  }
}
