package hotshoe.loader.deploy;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders inside the deploy folder, each with all its folders: the system tells of changes in
 * one folder only. Used by one thread at a time.
 */
final class WatchedTrees {

  private static final Logger log = LoggerFactory.getLogger(WatchedTrees.class);

  /** The system's own limit is most often a few times that. */
  private static final int MOST = 4_096;

  private static final String REPOSITORY = ".git";

  private final Path deploy;
  private final WatchService service;
  private final Map<WatchKey, String> names = new HashMap<>();

  WatchedTrees(Path deploy, WatchService service) {
    this.deploy = deploy;
    this.service = service;
  }

  /** The name in the deploy folder under which this key watches, if it does. */
  Optional<String> nameOf(WatchKey key) {
    return Optional.ofNullable(names.get(key));
  }

  /** Watches every folder that is there. */
  void watchAll() {
    try (Stream<Path> files = Files.list(deploy)) {
      files.map(file -> file.getFileName().toString()).toList().forEach(this::watch);
    } catch (IOException gone) {
      log.debug("the deploy folder cannot be listed: {}", gone.toString());
    }
  }

  /** Watches what is under a name, if it is a folder; also what has come into it meanwhile. */
  void watch(String name) {
    Path folder = deploy.resolve(name);
    if (FileKind.of(name) == FileKind.IGNORED
        || Files.isSymbolicLink(folder)
        || !Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.walkFileTree(folder, new Registration(name));
    } catch (IOException failure) {
      log.warn(
          "changes in {} may not be noticed: {}; touch the folder itself after a change",
          folder,
          failure.toString());
    }
  }

  /** A folder is gone. */
  void forget(WatchKey key) {
    names.remove(key);
  }

  private final class Registration extends SimpleFileVisitor<Path> {
    private final String name;

    Registration(String name) {
      this.name = name;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (folder.getFileName().toString().equals(REPOSITORY)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (names.size() >= MOST) {
        throw new IOException("no more than " + MOST + " folders are watched");
      }
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        names.put(folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE), name);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
