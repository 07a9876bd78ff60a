package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.Outcome;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventories;
import hotshoe.inventory.Inventories.Read;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.NamedInventories;
import hotshoe.inventory.NamedInventory;
import hotshoe.runtime.Hotshoe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of Ansible inventories in a running host, with the real Ansible for what is Python. */
class AnsibleArchiveTest {

  private static final String SCRIPT =
      "#!/bin/sh\n"
          + "# answers --list\n"
          + "echo '{\"web\": {\"hosts\": [\"web1\", \"web2\"], \"vars\": {\"port\": 80}},"
          + " \"_meta\": {\"hostvars\": {\"web1\": {\"rack\": 7}}}}'\n";

  private static final String PLUGIN =
      """
      from ansible.plugins.inventory import BaseInventoryPlugin

      DOCUMENTATION = '''
      name: racks
      short_description: Racks of a shelf
      description: One host for each rack.
      options:
        plugin: {description: its name, required: true}
        racks: {description: how many, type: int, default: 1}
      '''


      class InventoryModule(BaseInventoryPlugin):
          NAME = '%s'

          def verify_file(self, path):
              return path.endswith('.yml')

          def parse(self, inventory, loader, path, cache=True):
              super().parse(inventory, loader, path, cache)
              self._read_config_data(path)
              inventory.add_group('racks')
              inventory.set_variable('racks', 'kind', 'rack')
              for number in range(self.get_option('racks')):
                  host = 'rack%%d' %% number
                  inventory.add_host(host, 'racks')
                  inventory.set_variable(host, 'number', number)
      """;

  @TempDir Path home;

  @Test
  void aFolderOfScriptsInAnArchiveIsAnInventoryAsLongAsItIsInstalled() throws IOException {
    try (Hotshoe host = started()) {
      install(host, "cloud-1.0.0.zip", Map.of("01-cloud", SCRIPT, "02-own", "[db]\ndb1\n"));
      NamedInventories inventories = host.require(NamedInventories.class);
      Inventory inventory = inventories.inventory("cloud");
      assertEquals(List.of("web1", "web2", "db1"), names(inventory));
      Host web1 = inventory.host("web1").orElseThrow();
      assertEquals(7L, ((Number) inventory.variables(web1).get("rack")).longValue());
      assertTrue(host.extensions().find(new ExtensionName("cloud")).isPresent());

      host.extensions().uninstall(new ExtensionName("cloud"));
      assertEquals(List.of(), inventories.list().stream().map(NamedInventory::name).toList());
    }
  }

  @Test
  @Proves("AN-45")
  void theRealAnsibleRunsAPluginInPythonThatACollectionBrings() throws IOException {
    try (Hotshoe host = started()) {
      install(
          host,
          "shelf.zip",
          Map.of(
              "galaxy.yml",
              "namespace: acme\nname: shelf\nversion: 1.0.0\n",
              "plugins/inventory/racks.py",
              PLUGIN.formatted("acme.shelf.racks"),
              "inventory/racks.yml",
              "plugin: acme.shelf.racks\nracks: 3\n"));
      NamedInventories inventories = host.require(NamedInventories.class);
      Inventory inventory = inventories.inventory("acme.shelf");
      assertEquals(List.of("rack0", "rack1", "rack2"), names(inventory));
      Host last = inventory.host("rack2").orElseThrow();
      assertEquals("rack", String.valueOf(inventory.variables(last).get("kind")));
      assertEquals(2L, ((Number) inventory.variables(last).get("number")).longValue());
    }
  }

  @Test
  void aSourceAnywhereCanNameAPluginInPythonOfAnArchiveWithoutACollection() throws IOException {
    try (Hotshoe host = started()) {
      install(host, "tools.zip", Map.of("inventory_plugins/racks.py", PLUGIN.formatted("racks")));
      Path source = Files.writeString(home.resolve("mine.yml"), "plugin: racks\nracks: 2\n");
      Read read = read(host, source);
      assertEquals(List.of(), read.problems());
      assertEquals(List.of("rack0", "rack1"), names(read.inventory()));
    }
  }

  @Test
  void whatAnsibleCannotReadIsToldInItsOwnWords() throws IOException {
    try (Hotshoe host = started()) {
      install(host, "tools.zip", Map.of("inventory_plugins/racks.py", PLUGIN.formatted("racks")));
      Path source = Files.writeString(home.resolve("bad.yml"), "plugin: racks\nracks: many\n");
      String told =
          read(host, source).problems().stream()
              .map(problem -> problem.sentence())
              .collect(Collectors.joining("\n"));
      assertTrue(told.contains("Ansible could not read the source with racks"), told);
      assertTrue(told.contains("many"), told);
    }
  }

  private static Read read(Hotshoe host, Path source) {
    InventoryRequest request =
        InventoryRequest.of(source.getParent(), source.toString())
            .withEnvironment(Map.of("PATH", System.getenv("PATH"), "HOME", "/nonexistent"));
    return assertInstanceOf(Read.class, host.require(Inventories.class).read(request));
  }

  private Hotshoe started() {
    return Hotshoe.builder().home(home.resolve("host")).option("gateway.port", 0).start();
  }

  private void install(Hotshoe host, String name, Map<String, String> files) throws IOException {
    Path archive = home.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    assertInstanceOf(Outcome.Installed.class, host.extensions().install(archive));
  }

  private static List<String> names(Inventory inventory) {
    return inventory.hosts().stream().map(Host::name).toList();
  }
}
