package hotshoe.shell.command;

import hotshoe.extension.ExportedArchive;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * An archive that was written to a file.
 *
 * @param file where it is
 * @param digest its SHA-256
 * @param size in bytes
 */
public record ExportedFile(Path file, String digest, long size) {
  public ExportedFile {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(digest, "digest");
  }

  /** Writes it under a new name; nothing is written over. */
  static ExportedFile write(ExportedArchive archive, Path folder, Optional<String> given)
      throws IOException {
    Path named = folder.resolve(given.orElse(archive.fileName())).normalize();
    Path file = Files.isDirectory(named) ? named.resolve(archive.fileName()) : named;
    try (InputStream bytes = archive.bytes()) {
      copy(bytes, file);
    }
    return new ExportedFile(file, archive.digest(), archive.size());
  }

  private static void copy(InputStream bytes, Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException there) {
      throw new ProblemException(
          Problem.error("HS-SHELL-032", "there is a file " + file.getFileName() + " already")
              .at(file.toString())
              .advising("name another one, or delete it first"),
          there);
    }
    try {
      Files.copy(bytes, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      Files.deleteIfExists(file);
      throw failure;
    }
  }

  /** For people: {@code 12.5 kB}. */
  public String words() {
    return InstallProgress.size(size);
  }
}
