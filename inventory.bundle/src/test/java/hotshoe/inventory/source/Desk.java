package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import hotshoe.inventory.Inventories;
import hotshoe.inventory.Inventories.Read;
import hotshoe.inventory.Inventories.Reading;
import hotshoe.inventory.Inventories.Refused;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.InventoryRequest.Failures;
import hotshoe.inventory.form.ListForm;
import hotshoe.inventory.form.Shown;
import hotshoe.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder with sources, and what comes of reading them. */
final class Desk {

  final Path folder;
  final Map<String, String> environment = new HashMap<>();
  Inventories reader = BuiltIn.reader();
  Failures failures = Failures.LEAVE_TRACES;

  Desk(Path folder) {
    this.folder = folder;
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("ANSIBLE_CONFIG", write("ansible.cfg", "[defaults]").toString());
  }

  Path write(String name, String... lines) {
    return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  Path bytes(String name, byte[] content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path script(String name, String... lines) {
    Path file = write(name, lines);
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return file;
  }

  InventoryRequest request(String... sources) {
    return InventoryRequest.of(folder, sources)
        .withEnvironment(environment)
        .withFailures(failures)
        .withPlaybookFolder(folder.resolve("playbook"));
  }

  Reading reading(String... sources) {
    return reader.read(request(sources));
  }

  Inventory inventory(String... sources) {
    return assertInstanceOf(Read.class, reading(sources)).inventory();
  }

  Refused refused(String... sources) {
    return assertInstanceOf(Refused.class, reading(sources));
  }

  /** What people are told, with the folder taken out. */
  List<String> told(String... sources) {
    return reading(sources).problems().stream()
        .map(Problem::sentence)
        .map(text -> text.replace(folder + "/", ""))
        .toList();
  }

  /** All that people are told, line by line. */
  String why(String... sources) {
    return String.join("\n", told(sources));
  }

  /** The JSON of {@code --list} on one line. */
  String json(String... sources) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new ListForm(new Shown(inventory(sources), Shown.Variables.MERGED)).write(bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toString(StandardCharsets.UTF_8).replaceAll("\n\\s*", "");
  }

  /** The variables of one host, by name. */
  Map<Object, Object> variables(String host, String... sources) {
    Inventory inventory = inventory(sources);
    return inventory.variables(inventory.host(host).orElseThrow());
  }

  /** The names of the hosts that an INI file with this line has. */
  List<String> hosts(String line) {
    write("hosts", line);
    return inventory("hosts").hosts().stream().map(host -> host.name()).toList();
  }
}
