package hotshoe.runtime;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The home folder of an embedded host.
 *
 * @param home the folder
 * @param temporary whether it goes when the host goes
 */
record EmbeddedFolders(Path home, boolean temporary) implements AutoCloseable {

  /** The given folder, or a temporary one. */
  static EmbeddedFolders at(Optional<Path> given) {
    try {
      return given.isPresent()
          ? new EmbeddedFolders(Files.createDirectories(given.get()), false)
          : new EmbeddedFolders(Files.createTempDirectory("hotshoe-"), true);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error("HS-HOST-009", "the home folder cannot be used")
              .at(given.map(Path::toString).orElse(System.getProperty("java.io.tmpdir")))
              .because(Reasons.of(e))
              .advising("give the host another one with home()"),
          e);
    }
  }

  /** Copies archives to the deploy folder, each in one step. */
  void deploy(List<Path> archives, Path folder) {
    for (Path archive : archives) {
      try {
        Files.createDirectories(folder);
        Path copy = Files.createTempFile(folder, ".", ".part");
        Files.copy(archive, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.move(
            copy,
            folder.resolve(archive.getFileName().toString()),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new ProblemException(
            Problem.error("HS-HOST-010", "an archive cannot be deployed")
                .at(archive.toString())
                .because(Reasons.of(e))
                .advising("check the path given to deploy()"),
            e);
      }
    }
  }

  @Override
  public void close() {
    if (temporary) {
      Folders.delete(home);
    }
  }
}
