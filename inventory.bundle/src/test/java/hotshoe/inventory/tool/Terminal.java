package hotshoe.inventory.tool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder with sources, and the tool run in it. */
final class Terminal {

  final Path folder;
  final Map<String, String> environment = new HashMap<>();

  Terminal(Path folder) {
    this.folder = folder;
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("ANSIBLE_CONFIG", write("ansible.cfg", "[defaults]").toString());
  }

  /** What one run printed, and how it ended; the folder's name is taken out. */
  record Run(int exitCode, String output, String messages) {}

  Path write(String name, String... lines) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Run run(String... words) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int exitCode =
        InventoryTool.withoutFramework().run(List.of(words), environment, folder, output, messages);
    return new Run(exitCode, text(output), text(messages));
  }

  private String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(folder.toString(), "FOLDER");
  }
}
