package hotshoe.runtime;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary data folder that holds what another holds. Archives never change once they are
 * stored, so they are linked; records are replaced as a whole, so a copy is never half of one.
 *
 * @param folder the temporary folder
 */
record BorrowedData(Path folder) implements AutoCloseable {

  private static final List<String> PARTS = List.of("archives", "extensions");

  static BorrowedData copyOf(Path data) {
    try {
      BorrowedData copy = new BorrowedData(Files.createTempDirectory("hotshoe-"));
      for (String part : PARTS) {
        copy(data.resolve(part), copy.folder().resolve(part));
      }
      return copy;
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error("HS-HOST-007", "what is installed cannot be looked at")
              .at(data.toString())
              .because("copying its records failed: " + Reasons.of(e))
              .advising("make it readable, and make room in the folder for temporary files"),
          e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      Files.createDirectory(to);
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          copyFile(file, to.resolve(file.getFileName()));
        }
      }
    }
  }

  private static void copyFile(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(from, to);
    }
  }

  @Override
  public void close() {
    Folders.delete(folder);
  }
}
