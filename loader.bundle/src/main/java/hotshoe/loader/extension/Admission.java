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
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;

/**
 * Who may come in under which name. One extension has a name at a time; whoever comes later stands
 * back, unless it is a new version from the same place. Decides about the archives of one change.
 */
final class Admission {

  private final Roster roster;
  private final Bundles bundles;
  private final Set<String> goneFiles;
  private final Map<String, ExtensionRecord> admitted = new HashMap<>();

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

  Decision decide(Descriptor newcomer, Digest digest, Source source) {
    Decision decision = decideByName(newcomer, digest, source);
    if (decision instanceof Admitted) {
      Optional<Bundle> ofHost = bundles.ofHost(newcomer.symbolicName());
      if (ofHost.isPresent()) {
        String version = ofHost.get().getVersion().toString();
        return new Refused(
            ExtensionProblems.partOfHost(source.toString(), newcomer, version), Optional.empty());
      }
      admitted.put(
          newcomer.name().folded(), ExtensionRecord.first(newcomer, digest, source, Instant.now()));
    }
    return decision;
  }

  private Decision decideByName(Descriptor newcomer, Digest digest, Source source) {
    Optional<Entry> there = roster.findFolded(newcomer.name());
    Optional<ExtensionRecord> holder =
        Optional.ofNullable(admitted.get(newcomer.name().folded()))
            .or(() -> there.map(Entry::extension));
    if (holder.isEmpty()) {
      return new Admitted();
    }
    ExtensionRecord record = holder.get();
    if (!record.name().equals(newcomer.name())) {
      return refused(ExtensionProblems.sameButForCase(source.toString(), newcomer, record), record);
    }
    if (!mayReplace(source, record.source())) {
      return refused(ExtensionProblems.identityTaken(source.toString(), newcomer, record), record);
    }
    Optional<Entry> same =
        there
            .filter(entry -> entry.extension().digest().equals(digest))
            .filter(entry -> entry.bundle().isPresent());
    return same.<Decision>map(Present::new).orElseGet(Admitted::new);
  }

  private boolean mayReplace(Source newcomer, Source holder) {
    if (holder instanceof DeployFile held) {
      return newcomer instanceof DeployFile file
          && (file.fileName().equals(held.fileName()) || goneFiles.contains(held.fileName()));
    }
    return newcomer instanceof Given;
  }

  private static Decision refused(Problem problem, ExtensionRecord by) {
    return new Refused(problem, Optional.of(by.name()));
  }
}
