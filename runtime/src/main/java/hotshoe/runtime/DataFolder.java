package hotshoe.runtime;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of everything the host remembers, owned by one process at a time. The operating system
 * gives the lock back when the process dies, however it dies.
 */
final class DataFolder implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DataFolder.class);

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;
  private String parts = "";

  private DataFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the folder, and makes it where there is none, for the owner only.
   *
   * @throws ProblemException when another process owns it, naming that process, or when it cannot
   *     be written
   */
  static DataFolder take(Path path) {
    try {
      Folders.createForOwner(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        return take(path, channel);
      } catch (IOException | RuntimeException e) {
        // with it goes the lock, if it was had
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ProblemException(unwritable(path, e), e);
    }
  }

  private static DataFolder take(Path path, FileChannel channel) throws IOException {
    FileLock lock = lock(channel).orElseThrow(() -> new ProblemException(owned(path)));
    Files.writeString(path.resolve("pid"), ProcessHandle.current().pid() + "\n");
    return new DataFolder(path, channel, lock);
  }

  Path path() {
    return path;
  }

  /** The framework's cache. It can be rebuilt from the rest at any time. */
  Path framework() {
    return path.resolve("framework");
  }

  /**
   * Whether the cache was left in order by a host that was made of the same parts. Asking takes the
   * mark away: whoever does not come to set it again has crashed.
   *
   * @param fingerprint stands for the parts; an empty one is like no other
   */
  boolean takeCleanMark(String fingerprint) {
    parts = fingerprint;
    try {
      boolean same =
          !fingerprint.isEmpty()
              && Files.exists(mark())
              && Files.readString(mark()).equals(fingerprint);
      Files.deleteIfExists(mark());
      return same;
    } catch (IOException e) {
      throw new ProblemException(unwritable(path, e), e);
    }
  }

  /** Says that the cache was left in order. */
  void setCleanMark() {
    try {
      Files.writeString(mark(), parts);
    } catch (IOException e) {
      log.debug("the next start will rebuild the framework's cache", e);
    }
  }

  private Path mark() {
    return path.resolve("framework.clean");
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path.resolve("pid"));
      lock.release();
      channel.close();
    } catch (IOException e) {
      log.debug("the lock of {} goes with the process", path, e);
    }
  }

  /** The lock, unless anybody else has it: another process, or another host in this one. */
  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  private static Problem owned(Path path) {
    return Problem.error("HS-HOST-002", "another host uses the data folder")
        .at(path.toString())
        .because(owner(path))
        .advising("stop it, or give this host a folder of its own with --data");
  }

  private static String owner(Path path) {
    try {
      return "it belongs to process " + Files.readString(path.resolve("pid")).trim();
    } catch (IOException e) {
      return "it is locked by a process that has not said its number yet";
    }
  }

  private static Problem unwritable(Path path, IOException cause) {
    return Problem.error("HS-HOST-003", "the data folder cannot be used")
        .at(path.toString())
        .because(Reasons.of(cause))
        .advising("make it a folder that this user may write, or choose another with --data");
  }
}
