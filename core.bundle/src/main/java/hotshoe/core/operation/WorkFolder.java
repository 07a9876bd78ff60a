package hotshoe.core.operation;

import hotshoe.core.storage.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Private files that live as long as a call (row UE-28). What a process that died left behind is
 * deleted when the next one starts.
 */
final class WorkFolder {

  private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
  private static final String PREFIX = "argument-";

  private final Path folder;

  WorkFolder(Path folder) {
    this.folder = folder;
  }

  /** Deletes what was left behind. */
  void clear() {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
      files.forEach(this::delete);
    } catch (NoSuchFileException nothingLeft) {
      LOG.debug("There is no work folder yet");
    } catch (IOException | RuntimeException e) {
      LOG.warn("Files of former calls could not be deleted: {}", e.toString());
    }
  }

  /** A new file with this text, for the host's user only. */
  Path write(String text) throws IOException {
    PrivateFile.makeFolder(folder);
    Path file = Files.createTempFile(folder, PREFIX, "", PrivateFile.fileAttributes(folder));
    try {
      return Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException | RuntimeException e) {
      delete(file);
      throw e;
    }
  }

  void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("A file of a call could not be deleted: {}", e.toString());
    }
  }
}
