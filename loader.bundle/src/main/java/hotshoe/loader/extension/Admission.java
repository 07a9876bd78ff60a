package hotshoe.loader.extension;

import hotshoe.archive.Descriptor;
import hotshoe.extension.ExtensionName;
import hotshoe.loader.archive.Digest;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.loader.store.Source;
import hotshoe.loader.store.Source.DeployFile;
import hotshoe.loader.store.Source.Given;
import hotshoe.loader.wiring.Bundles;
import hotshoe.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;

/**
 * Who may come in under which name. One extension has a name at a time; whoever comes later stands
 * back, unless it is a new version from the same place and in the same format. What somebody hands
 * in has to be of a higher version; what lies in the deploy folder is what is wanted, whatever its
 * version. Decides about the archives of one change.
 */
final class Admission {

  private final Roster roster;
  private final Bundles bundles;
  private final Set<String> goneFiles;
  private final Map<String, Holder> admitted = new HashMap<>();

  /**
   * Decides about one change.
   *
   * @param goneFiles the files of the deploy folder that are no longer there
   */
  Admission(Roster roster, Bundles bundles, Set<String> goneFiles) {
    this.roster = roster;
    this.bundles = bundles;
    this.goneFiles = goneFiles;
  }

  /** What is decided. */
  sealed interface Decision {}

  /** It may come in. */
  record Admitted() implements Decision {}

  /** Exactly these bytes are installed. */
  record Present(Entry entry) implements Decision {}

  /** It may not come in, until somebody goes if somebody is named. */
  record Refused(Problem problem, Optional<ExtensionName> by) implements Decision {}

  /** Who has a name: somebody who is installed, or who was let in just before. */
  private record Holder(Descriptor descriptor, Source source) {
    static Holder of(ExtensionRecord extension) {
      return new Holder(extension.descriptor(), extension.source());
    }
  }

  Decision decide(Descriptor newcomer, Digest digest, Source source) {
    return decide(newcomer, digest, source, false);
  }

  /**
   * Decides about one archive.
   *
   * @param anyway whether somebody wants exactly this one, whatever its version, and though he went
   *     back from it before
   */
  Decision decide(Descriptor newcomer, Digest digest, Source source, boolean anyway) {
    Decision decision = decideByName(newcomer, digest, source, anyway);
    if (decision instanceof Admitted) {
      Optional<Bundle> ofHost = bundles.ofHost(newcomer.symbolicName());
      if (ofHost.isPresent()) {
        String version = ofHost.get().getVersion().toString();
        return new Refused(
            ExtensionProblems.partOfHost(source.toString(), newcomer, version), Optional.empty());
      }
      admitted.put(newcomer.name().folded(), new Holder(newcomer, source));
    }
    return decision;
  }

  private Decision decideByName(Descriptor newcomer, Digest digest, Source source, boolean anyway) {
    Optional<Entry> there = roster.findFolded(newcomer.name());
    Optional<Holder> holder =
        Optional.ofNullable(admitted.get(newcomer.name().folded()))
            .or(() -> there.map(Entry::extension).map(Holder::of));
    if (holder.isEmpty()) {
      return new Admitted();
    }
    Optional<Problem> objection =
        objection(newcomer.name(), newcomer.dialect(), source.toString(), holder.get())
            .or(() -> notInPlace(newcomer, source, holder.get()));
    if (objection.isPresent()) {
      return refused(objection.get(), holder.get());
    }
    if (isToBeHealed(there, digest)) {
      return new Admitted();
    }
    Optional<Entry> same = there.filter(entry -> isSame(entry, digest, source, anyway));
    return same.isPresent()
        ? new Present(same.get())
        : decideByVersion(newcomer, source, holder.get(), anyway);
  }

  /** Exactly these bytes are there, or were there and somebody went back from them. */
  private static boolean isSame(Entry entry, Digest digest, Source source, boolean anyway) {
    ExtensionRecord extension = entry.extension();
    boolean wasLeft =
        !anyway
            && source instanceof DeployFile
            && extension.source() instanceof DeployFile file
            && file.held().equals(digest);
    return entry.isKnownToFramework() && (extension.digest().equals(digest) || wasLeft);
  }

  /** Exactly these bytes are what is missing, or what is damaged. */
  private static boolean isToBeHealed(Optional<Entry> there, Digest digest) {
    return there
        .filter(entry -> !entry.isKnownToFramework())
        .filter(entry -> entry.extension().digest().equals(digest))
        .isPresent();
  }

  private static Decision decideByVersion(
      Descriptor newcomer, Source source, Holder holder, boolean anyway) {
    int higher = VersionOrder.compare(newcomer, holder.descriptor());
    boolean isJudged = source instanceof Given && !anyway;
    if (isJudged && higher < 0) {
      return refused(
          ExtensionProblems.lowerVersion(source.toString(), newcomer, holder.descriptor()), holder);
    }
    return isJudged && higher == 0
        ? refused(ExtensionProblems.otherBytes(source.toString(), newcomer), holder)
        : new Admitted();
  }

  /**
   * What can be said as soon as the name of an archive is known that somebody hands in. On any
   * thread.
   */
  static Optional<Problem> objection(
      Roster roster, ExtensionName name, String dialect, String origin) {
    return roster.all().stream()
        .map(Entry::extension)
        .filter(extension -> extension.name().folded().equals(name.folded()))
        .map(Holder::of)
        .findFirst()
        .flatMap(
            holder ->
                objection(name, dialect, origin, holder)
                    .or(
                        () ->
                            holder.source() instanceof DeployFile
                                ? Optional.of(taken(name, origin, holder))
                                : Optional.empty()));
  }

  private static Optional<Problem> objection(
      ExtensionName name, String dialect, String origin, Holder holder) {
    Descriptor there = holder.descriptor();
    if (!there.name().equals(name)) {
      return Optional.of(
          ExtensionProblems.sameButForCase(origin, name, there.name(), holder.source()));
    }
    return there.dialect().equals(dialect)
        ? Optional.empty()
        : Optional.of(
            ExtensionProblems.otherDialect(origin, name, dialect, there, holder.source()));
  }

  private Optional<Problem> notInPlace(Descriptor newcomer, Source source, Holder holder) {
    return mayReplace(source, holder.source())
        ? Optional.empty()
        : Optional.of(taken(newcomer.name(), source.toString(), holder));
  }

  private static Problem taken(ExtensionName name, String origin, Holder holder) {
    return ExtensionProblems.identityTaken(
        origin, name, holder.descriptor().version(), holder.source());
  }

  private boolean mayReplace(Source newcomer, Source holder) {
    if (holder instanceof DeployFile held) {
      return newcomer instanceof DeployFile file
          && (file.fileName().equals(held.fileName()) || goneFiles.contains(held.fileName()));
    }
    return newcomer instanceof Given;
  }

  private static Decision refused(Problem problem, Holder by) {
    return new Refused(problem, Optional.of(by.descriptor().name()));
  }
}
