package hotshoe.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts as people read them, kept in files. With {@code -Dgolden.update=true} the files are written
 * anew; look at the difference before you commit it.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  public static void assertMatches(String file, String text) {
    Path path = FOLDER.resolve(file);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(path, text + "\n");
      }
      assertEquals(Files.readString(path).stripTrailing(), text.stripTrailing(), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
