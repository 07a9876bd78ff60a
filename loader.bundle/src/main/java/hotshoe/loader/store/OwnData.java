package hotshoe.loader.store;

import hotshoe.extension.ExtensionName;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What extensions wrote themselves: {@code data/own/<name>} belongs to the extension of that name,
 * outlives its versions, and goes when somebody uninstalls it without keeping its data. A mark that
 * is made before the extension goes and taken away after its data went sees to it that a crash in
 * between leaves either both or neither.
 */
public final class OwnData {

  private static final String LEAVING = ".leaving-";

  private final Path folder;

  /** The folders of extensions in a data folder. Nothing is touched yet. */
  public OwnData(Path data) {
    this.folder = data.resolve("own");
  }

  /** The folder of an extension, whether it is there or not. */
  public Path of(ExtensionName name) {
    return folder.resolve(name.value());
  }

  /** Notes that an extension is about to go together with its data. */
  public void mark(ExtensionName name) throws IOException {
    if (Files.exists(of(name), LinkOption.NOFOLLOW_LINKS)) {
      Files.writeString(leaving(name), name.value());
    }
  }

  /** The extension stays after all. */
  public void unmark(ExtensionName name) throws IOException {
    Files.deleteIfExists(leaving(name));
  }

  /** The extension is gone, and now its data goes. Of a link only the link goes. */
  public void remove(ExtensionName name) throws IOException {
    if (Files.exists(leaving(name))) {
      remove(of(name));
      unmark(name);
    }
  }

  /**
   * Ends what a crash cut off.
   *
   * @param isInstalled who is still there, and so stays with all that is his
   */
  public void recover(Predicate<ExtensionName> isInstalled) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (ExtensionName name : marked()) {
      if (isInstalled.test(name)) {
        unmark(name);
      } else {
        remove(name);
      }
    }
  }

  private List<ExtensionName> marked() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(LEAVING))
          .map(name -> new ExtensionName(name.substring(LEAVING.length())))
          .toList();
    }
  }

  private Path leaving(ExtensionName name) {
    return folder.resolve(LEAVING + name.value());
  }

  private static void remove(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path emptied, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
