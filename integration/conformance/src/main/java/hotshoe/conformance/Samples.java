package hotshoe.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Real data of the home systems, which lies beside the project on machines that have it and is
 * never part of it. A test that looks at it has data of its own for everything that the samples
 * show: where there are none, it has nothing to look at, and is not left out.
 */
public final class Samples {

  private Samples() {}

  /** The folder of a home system's samples, such as {@code cloudstack}, if it is there. */
  public static Optional<Path> folder(String system) {
    String given = System.getProperty("hotshoe.samples", "");
    if (!given.isEmpty()) {
      return Optional.of(Path.of(given, system)).filter(Files::isDirectory);
    }
    return Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
        .map(at -> at.resolve("shared").resolve("samples").resolve(system))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** All files of a home system's samples whose names end so, sorted; none where none are. */
  public static List<Path> files(String system, String... endings) throws IOException {
    Optional<Path> folder = folder(system);
    if (folder.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder.get())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    }
  }
}
