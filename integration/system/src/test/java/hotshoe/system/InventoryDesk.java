package hotshoe.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder with inventory sources, the real command of the distribution, and the real Ansible. */
final class InventoryDesk {

  final Path folder;
  final Map<String, String> environment = new HashMap<>();

  InventoryDesk(Path folder) {
    this.folder = folder;
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("ANSIBLE_CONFIG", write("ansible.cfg", "[defaults]").toString());
    environment.put("ANSIBLE_NOCOLOR", "1");
    environment.put("HOTSHOE_CLASS_ARCHIVE", "off");
  }

  Path write(String name, String... lines) {
    return Home.attempt(
        () -> {
          Path file = folder.resolve(name);
          Files.createDirectories(file.getParent());
          return Files.writeString(file, String.join("\n", lines) + "\n");
        });
  }

  /** A file that can be run. */
  Path script(String name, String... lines) {
    Path file = write(name, lines);
    if (!file.toFile().setExecutable(true)) {
      throw new IllegalStateException(file + " cannot be made a program");
    }
    return file;
  }

  /** A program of the distribution. */
  static String program(String name) {
    return Build.distribution().resolve("bin").resolve(name).toString();
  }

  Ran hotshoe(String... words) {
    return begin(words).awaitEnd();
  }

  Ran.Running begin(String... words) {
    return Ran.begin(folder, environment, command(List.of(program("hotshoe"), "inventory"), words));
  }

  /** The real tool. */
  Ran ansible(String... words) {
    return run(command(List.of("ansible-inventory"), words).toArray(String[]::new));
  }

  Ran run(String... command) {
    return Ran.begin(folder, environment, List.of(command)).awaitEnd();
  }

  private static List<String> command(List<String> beginning, String... words) {
    return Stream.concat(beginning.stream(), Stream.of(words)).toList();
  }
}
