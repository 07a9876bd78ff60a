package hotshoe.loader.extension;

import hotshoe.extension.ExportedArchive;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.InstalledVersion;
import hotshoe.loader.content.ArchiveKind;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.loader.store.KeptVersion;
import hotshoe.loader.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the store still has of an extension, for people. Asked on any thread. */
final class Kept {

  private final Roster roster;
  private final Store store;

  Kept(Roster roster, Store store) {
    this.roster = roster;
    this.store = store;
  }

  /** The versions whose archives are there, the latest installed first. */
  List<InstalledVersion> versions(ExtensionName name) {
    return roster.find(name).map(Entry::extension).stream()
        .flatMap(
            extension ->
                extension.versions().map(each -> shown(each, extension.current().equals(each))))
        .toList();
  }

  private static InstalledVersion shown(KeptVersion version, boolean current) {
    return new InstalledVersion(
        version.version(),
        version.digest().value(),
        version.size(),
        version.provenance(),
        version.installed(),
        current);
  }

  /** The archive of the version in use. It can be read to its end, even if the extension goes. */
  Optional<ExportedArchive> export(ExtensionName name) throws IOException {
    Optional<ExtensionRecord> extension = roster.find(name).map(Entry::extension);
    return extension.isEmpty() ? Optional.empty() : Optional.of(export(extension.get()));
  }

  private ExportedArchive export(ExtensionRecord extension) throws IOException {
    Path archive = store.archive(extension.digest());
    String fileName =
        extension.name() + "-" + extension.version() + ending(extension, ArchiveKind.of(archive));
    InputStream bytes = Files.newInputStream(archive);
    return new ExportedArchive(
        fileName, extension.digest().value(), extension.current().size(), bytes);
  }

  /** A bundle is called a jar, whatever it was called when it came. */
  private static String ending(ExtensionRecord extension, Optional<ArchiveKind> kind) {
    return extension.descriptor().dialect().equals("native")
        ? ".jar"
        : kind.map(ArchiveKind::ending).orElse("");
  }
}
