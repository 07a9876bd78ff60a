package hotshoe.inventory.named;

import hotshoe.inventory.Host;
import hotshoe.inventory.InventoryChange;
import hotshoe.inventory.InventoryChange.Part;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.source.BuiltIn;
import hotshoe.inventory.source.InventoryReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A registry with all built-in plugins over a real folder, where nothing happens by itself. */
final class Registry {

  final Path folder;
  final List<InventoryChange> heard = new ArrayList<>();
  InventoryRegistry inventories;

  Registry(Path folder, InventoryPlugin... more) {
    this.folder = folder;
    List<InventoryPlugin> plugins = new ArrayList<>(BuiltIn.reader().plugins());
    plugins.addAll(List.of(more));
    inventories = new InventoryRegistry(new Operator(folder), new InventoryReader(plugins));
    inventories.listen(heard::add);
  }

  Path write(String name, String... lines) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
      return Files.write(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path script(String name, String... lines) {
    try {
      Path file = write(name, lines);
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The names of all hosts. */
  String hosts(String inventory) {
    return inventories.inventory(inventory).hosts().stream()
        .map(Host::name)
        .collect(Collectors.joining(" "));
  }

  Object variable(String inventory, String host, String name) {
    var now = inventories.inventory(inventory);
    return now.variables(now.host(host).orElseThrow()).get(name);
  }

  /** What was heard last, on one line. */
  String last() {
    return heard.isEmpty() ? "" : text(heard.get(heard.size() - 1));
  }

  static String text(InventoryChange change) {
    return change.version() + " hosts" + text(change.hosts()) + " groups" + text(change.groups());
  }

  private static String text(Part part) {
    return " +"
        + part.added()
        + " -"
        + part.removed()
        + " *"
        + part.changed().stream()
            .map(it -> it.name() + it.variables() + "+" + it.joined() + "-" + it.left())
            .toList();
  }
}
