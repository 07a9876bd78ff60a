package hotshoe.loader.files;

import hotshoe.extension.FilesReport;
import hotshoe.loader.form.CarriedFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The folder of one version of an extension. It is written under another name and gets its own with
 * one rename. The bytes of all files are checked at its first use in this process, and laid anew
 * when they are not what they should be; later uses look at what the system says of each file.
 */
final class LaidFolder {

  private static final String UNFINISHED = ".unfinished-";

  private final Path place;
  private final FileList list;
  private final Function<String, URL> entries;
  private Optional<Map<String, FileState>> checked = Optional.empty();
  private Optional<Sight> seen = Optional.empty();

  LaidFolder(Path place, FileList list, Function<String, URL> entries) {
    this.place = place;
    this.list = list;
    this.entries = entries;
  }

  /** The folder under its own name that an unfinished one would become; a finished one itself. */
  static Path finished(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(UNFINISHED)
        ? folder.resolveSibling(name.substring(UNFINISHED.length()))
        : folder;
  }

  /** The folder, with everything in it as it should be. */
  synchronized Path whole() throws IOException {
    if (checked.isEmpty() || !checked.equals(FileState.ofAll(place, list.files()))) {
      checked = new FileCheck(place).check(list.files());
      if (checked.isEmpty()) {
        lay();
        checked = FileState.ofAll(place, list.files());
      }
    }
    return place;
  }

  /**
   * How they lie there now. What lies as it did at the last look is not read again; what somebody
   * has changed since the first is left as it is.
   */
  synchronized FilesReport look() throws IOException {
    if (checked.isEmpty() || !Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      whole();
    }
    Map<String, FileState> states = FileState.ofThose(place, list.files());
    Optional<FilesReport> known =
        seen.filter(sight -> sight.states().equals(states)).map(Sight::report);
    if (known.isPresent()) {
      return known.get();
    }
    FilesReport report = new FolderInspection(place).report(list.files());
    seen = Optional.of(new Sight(states, report));
    return report;
  }

  /** What was found when the files were in these states. */
  private record Sight(Map<String, FileState> states, FilesReport report) {}

  private void lay() throws IOException {
    Path unfinished = place.resolveSibling(UNFINISHED + place.getFileName());
    try {
      Removal.of(unfinished);
      PrivateFiles.makeFolder(unfinished);
      for (CarriedFile file : list.files()) {
        lay(file, unfinished.resolve(FileState.path(file.name())), unfinished);
      }
      Removal.of(place);
      Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException failure) {
      removeAfter(failure, unfinished);
      throw failure;
    }
  }

  private void lay(CarriedFile file, Path path, Path top) throws IOException {
    PrivateFiles.makeFolder(path.getParent());
    if (file.target().isPresent()) {
      Path target = top.resolve(FileState.path(file.target().get()));
      Files.createSymbolicLink(path, path.getParent().relativize(target));
      return;
    }
    URL entry = entries.apply(file.name());
    if (entry == null) {
      throw new IOException("the bundle lacks its file " + file.name());
    }
    try (InputStream bytes = entry.openStream()) {
      String digest = PrivateFiles.write(bytes, path, file.executable());
      if (!digest.equals(file.digest())) {
        throw new IOException("the bundle's file " + file.name() + " is not what it was");
      }
    }
  }

  private static void removeAfter(Exception failure, Path unfinished) {
    try {
      Removal.of(unfinished);
    } catch (IOException another) {
      failure.addSuppressed(another);
    }
  }
}
