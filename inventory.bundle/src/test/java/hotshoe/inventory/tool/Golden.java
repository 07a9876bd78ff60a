package hotshoe.inventory.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts for people that are looked at when they change: {@code GOLDEN=write} in the environment
 * writes what is printed now.
 */
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden/tool");

  private Golden() {}

  /** What should be printed. */
  static String of(String name, String printed) throws IOException {
    Path file = FOLDER.resolve(name);
    if ("write".equals(System.getenv("GOLDEN"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, printed);
    }
    return Files.readString(file);
  }
}
