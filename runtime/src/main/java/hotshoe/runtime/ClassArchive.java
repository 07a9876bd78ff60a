package hotshoe.runtime;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What makes the next start faster: classes as the Java machine has them in memory. It is written
 * by a second, short-lived process once this one is ready, so that neither start nor stop of the
 * host waits for it. The start script says where it belongs, and uses it when it is there.
 */
final class ClassArchive {

  private static final Logger log = LoggerFactory.getLogger(ClassArchive.class);

  /** Processes that live shorter than this get nothing from an archive. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration LONGEST_TRAINING = Duration.ofMinutes(2);

  private final Path archive;

  private ClassArchive(Path archive) {
    this.archive = archive;
  }

  /** The archive that the start script misses, if it misses one. */
  static Optional<ClassArchive> missing() {
    return Optional.ofNullable(System.getProperty("hotshoe.archive"))
        .map(name -> new ClassArchive(Path.of(name)));
  }

  /** Begins to write it, unless the end comes before. */
  void writeUnless(CompletableFuture<Void> end) {
    Threads.daemon("class-archive", () -> write(end)).start();
  }

  private void write(CompletableFuture<Void> end) {
    if (comes(end, PATIENCE)) {
      return;
    }
    try {
      Folders.createForOwner(archive.getParent().getParent());
      Folders.createForOwner(archive.getParent());
      Path part = Files.createTempDirectory(archive.getParent(), "part-");
      try {
        train(part.resolve(archive.getFileName()), end);
      } finally {
        Folders.delete(part);
      }
    } catch (IOException e) {
      log.debug("there will be no class archive", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void train(Path part, CompletableFuture<Void> end)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(part))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    CompletableFuture<Void> cancelling = end.thenRun(process::destroyForcibly);
    try {
      boolean ended = process.waitFor(LONGEST_TRAINING.toSeconds(), TimeUnit.SECONDS);
      if (ended && process.exitValue() == 0 && Files.exists(part)) {
        removeOthers();
        Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
        log.debug("the next start is faster: {}", archive);
      }
    } finally {
      cancelling.cancel(false);
      process.destroyForcibly().waitFor();
    }
  }

  /** The same Java machine with the same class path and modules, for {@link ArchiveTraining}. */
  private static List<String> command(Path part) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    boolean cache = Runtime.version().feature() >= 25;
    command.add((cache ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + part);
    command.addAll(List.of(System.getProperty("hotshoe.archive.options").trim().split("\\s+")));
    command.add("-Dhotshoe.bundles=" + System.getProperty("hotshoe.bundles"));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(ArchiveTraining.class.getName());
    return command;
  }

  /** Archives of other builds and other Java machines have had their day. */
  private void removeOthers() throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(archive.getParent(), "java-*.{jsa,aot}")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean comes(CompletableFuture<Void> end, Duration patience) {
    try {
      end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
