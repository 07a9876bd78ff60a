package hotshoe.inventory.form;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Recorded truth tables, where the folder of samples lies beside the workspace. */
public final class SharedSamples {

  private SharedSamples() {}

  /** The folder, if it is there: {@code shared/samples/ansible} in a folder above. */
  public static Optional<Path> folder() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path folder = at.resolve("shared/samples/ansible");
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
      at = at.getParent();
    }
    return Optional.empty();
  }

  /** The rows of one table; the test is left out where there are none. */
  public static List<JsonObject> rows(String name) throws IOException {
    Assumptions.assumeTrue(folder().isPresent(), "the samples are not beside this workspace");
    return Files.readAllLines(folder().get().resolve("tables").resolve(name)).stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }
}
