package hotshoe.loader.extension;

import hotshoe.archive.BundleForm;
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
import java.util.regex.Pattern;

/** What the store still has of an extension, for people. Asked on any thread. */
final class Kept {

  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

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
    Optional<Entry> entry = roster.find(name);
    return entry.isEmpty() ? Optional.empty() : Optional.of(export(entry.get()));
  }

  private ExportedArchive export(Entry entry) throws IOException {
    ExtensionRecord extension = entry.extension();
    Path archive = store.archive(extension.digest());
    String fileName =
        given(entry)
            .orElse(
                extension.name()
                    + "-"
                    + extension.version()
                    + ending(extension, ArchiveKind.of(archive)));
    InputStream bytes = Files.newInputStream(archive);
    return new ExportedArchive(
        fileName, extension.digest().value(), extension.current().size(), bytes);
  }

  /** The name that its home system has for it, if its bundle says one. */
  private static Optional<String> given(Entry entry) {
    return entry
        .bundle()
        .map(bundle -> bundle.getHeaders("").get(BundleForm.ARCHIVE_NAME))
        .filter(name -> FILE_NAME.matcher(name).matches());
  }

  /** A bundle is called a jar, whatever it was called when it came. */
  private static String ending(ExtensionRecord extension, Optional<ArchiveKind> kind) {
    return extension.descriptor().dialect().equals("native")
        ? ".jar"
        : kind.map(ArchiveKind::ending).orElse("");
  }
}
