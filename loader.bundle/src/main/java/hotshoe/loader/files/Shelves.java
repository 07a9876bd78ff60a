package hotshoe.loader.files;

import hotshoe.extension.ExtensionName;
import hotshoe.loader.archive.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the folders of all extensions lie: one shelf for each extension. What cannot be thrown away
 * stays until the next time.
 */
final class Shelves {

  private static final Logger log = LoggerFactory.getLogger(Shelves.class);

  private final Path top;

  Shelves(Path top) {
    this.top = top;
  }

  Path place(ExtensionName name, Digest digest) {
    return shelf(name).resolve(digest.value());
  }

  /** Whether anything was ever laid. */
  boolean hasAny() {
    return Files.isDirectory(top);
  }

  boolean has(ExtensionName name) {
    return Files.isDirectory(shelf(name));
  }

  private Path shelf(ExtensionName name) {
    return top.resolve(name.folded());
  }

  /** Throws away everything but these folders. */
  void keep(Set<Path> used) {
    list(top).forEach(shelf -> keep(shelf, used));
  }

  /** Throws away everything of an extension but these folders. */
  void keep(ExtensionName name, Set<Path> used) {
    keep(shelf(name), used);
  }

  /** An unfinished folder of one that is in use may be in somebody's hands. */
  private static void keep(Path shelf, Set<Path> used) {
    List<Path> there = list(shelf);
    there.stream()
        .filter(folder -> !used.contains(LaidFolder.finished(folder)))
        .forEach(Shelves::remove);
    if (list(shelf).isEmpty()) {
      remove(shelf);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException gone) {
      log.debug("{} cannot be listed", folder, gone);
      return List.of();
    }
  }

  private static void remove(Path path) {
    try {
      Removal.of(path);
    } catch (IOException failure) {
      log.warn("{} cannot be removed and stays until the next start", path.getFileName(), failure);
    }
  }
}
