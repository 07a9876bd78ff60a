package hotshoe.loader.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Sentences that people read, compared with a file of them. After a wanted change, run the tests
 * with the environment variable {@code GOLDEN_WRITE=true} and read the difference.
 */
public final class Golden {

  private Golden() {}

  /** Fails unless the lines are those of the golden file. */
  public static void check(String name, List<String> lines) throws IOException {
    String actual = String.join("\n", lines) + "\n";
    if (Boolean.parseBoolean(System.getenv("GOLDEN_WRITE"))) {
      Files.writeString(Path.of("src/test/resources/golden").resolve(name), actual);
      return;
    }
    try (InputStream expected = Golden.class.getResourceAsStream("/golden/" + name)) {
      assertEquals(new String(expected.readAllBytes(), StandardCharsets.UTF_8), actual);
    }
  }
}
