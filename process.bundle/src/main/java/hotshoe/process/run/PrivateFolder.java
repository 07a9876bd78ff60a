package hotshoe.process.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders for the host's user only, and their end, whatever a process has put into them. */
final class PrivateFolder {

  private static final Logger LOG = LoggerFactory.getLogger(PrivateFolder.class);

  private PrivateFolder() {}

  /** Makes a folder, with those above it. */
  static Path make(Path folder) throws IOException {
    Path parent = Objects.requireNonNull(folder.toAbsolutePath().getParent(), "parent");
    if (!Files.isDirectory(parent)) {
      make(parent);
    }
    return Files.isDirectory(folder) ? folder : Files.createDirectory(folder, ownersOnly(parent));
  }

  private static FileAttribute<?>[] ownersOnly(Path parent) {
    return Files.getFileAttributeView(parent, PosixFileAttributeView.class) == null
        ? new FileAttribute<?>[0]
        : new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        };
  }

  /** Deletes a folder with all that is in it; links are deleted and not followed. */
  static void delete(Path folder) {
    try {
      if (!Files.deleteIfExists(folder)) {
        return;
      }
    } catch (IOException notEmpty) {
      deleteAll(folder);
    }
  }

  private static void deleteAll(Path folder) {
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (NoSuchFileException gone) {
      LOG.debug("somebody deleted {} first", folder);
    } catch (IOException | RuntimeException e) {
      LOG.warn("{}", RunProblems.unswept(folder, e.toString()));
    }
  }

  /** Deletes what it visits. */
  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean isOpen = folder.toFile().setWritable(true) && folder.toFile().setExecutable(true);
      return isOpen ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException thrown) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
