package racks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.NamedInventories;
import hotshoe.inventory.NamedInventory;
import hotshoe.inventory.NamedInventory.State;
import hotshoe.runtime.Hotshoe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example as people use it: the jar is dropped, the sources lie in a folder, a host runs. */
class RacksIT {

  private static final Path JAR = Path.of("target/racks.jar");
  private static final Path SOURCES = Path.of("src/main/sources");

  @TempDir Path home;
  private Hotshoe hotshoe;

  @BeforeEach
  void start() throws IOException {
    Path inventories = Files.createDirectories(home.resolve("etc/inventories/racks"));
    try (Stream<Path> sources = Files.list(SOURCES)) {
      for (Path source : sources.toList()) {
        Files.copy(
            source, inventories.resolve(source.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    Files.move(inventories.resolve("racks.csv"), home.resolve("etc/inventories/racks.csv"));
    write("01-racks.yml", "plugin: racks\nfile: ../racks.csv\ngroup_column: rack\n");
    Files.writeString(
        home.resolve("etc/inventories/racks.yml"),
        "sources: [racks]\nenvironment: {ANSIBLE_INVENTORY_ENABLED: 'auto,script,ini'}\n");
    drop();
    hotshoe =
        Hotshoe.builder()
            .home(home)
            .option("gateway.port", 0)
            .option("inventory.watch-interval", "100ms")
            .start();
  }

  @AfterEach
  void stop() {
    hotshoe.close();
  }

  private void drop() throws IOException {
    Path deploy = Files.createDirectories(home.resolve("deploy"));
    Files.copy(JAR, deploy.resolve("racks.jar"), StandardCopyOption.REPLACE_EXISTING);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(home.resolve("etc/inventories/racks").resolve(name), text);
  }

  private NamedInventories inventories() {
    return hotshoe.require(NamedInventories.class);
  }

  private NamedInventory state() {
    return inventories().find("racks").orElseThrow();
  }

  private Map<Object, Object> variables(String host) {
    Inventory inventory = inventories().inventory("racks");
    return inventory.variables(inventory.host(host).orElseThrow());
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, what);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Test
  @Proves("AN-45")
  void theCsvFileTheScriptAndWhatIsConstructedAreOneInventory() {
    Inventory inventory = inventories().inventory("racks");
    assertEquals(
        List.of("www1", "www2", "db1"), inventory.hosts().stream().map(Host::name).toList());
    assertEquals(
        List.of("all", "on_call", "rack_r2", "team_Babbage_and_Ada"),
        inventory.host("db1").orElseThrow().allGroups().stream().map(Group::name).toList());
    assertEquals("Ada, of the web", variables("www1").get("owner"));
    assertEquals("Babbage and Ada", variables("db1").get("owner"), "the later source wins");
    assertEquals("555-0100", variables("db1").get("pager"));
    assertEquals("Ada for www2", variables("www2").get("contact"));
    assertEquals(2, inventory.group("front").orElseThrow().hosts().size());
    Host db = inventory.host("db1").orElseThrow();
    assertEquals(4, inventory.explain(db, "ansible_host").get(0).origin().line());
  }

  @Test
  @Proves("AN-45")
  void itsOptionsAreDocumentedWhereAllOthersAre() {
    List<?> options =
        (List<?>) hotshoe.operations().call("inventory-plugin-options", Map.of("plugin", "racks"));
    Map<?, ?> group = (Map<?, ?>) options.get(2);
    assertEquals("group_column", group.get("name"));
    assertEquals(List.of("RACKS_GROUP_COLUMN"), group.get("environment"));
    assertEquals(List.of("racks.group_column"), group.get("file"));
    assertEquals(List.of("group_by"), group.get("aliases"));
  }

  @Test
  void anEditOfTheCsvFileIsSeenByItself() throws IOException {
    inventories().inventory("racks");
    Path csv = home.resolve("etc/inventories/racks.csv");
    Files.writeString(csv, Files.readString(csv).replace("www2,r2", "www2,r9"));
    await("www2 has moved", () -> inventories().inventory("racks").group("rack_r9").isPresent());
  }

  @Test
  @Proves("AN-45")
  void itsCacheIsReadUntilSomebodyWantsItFresh() throws IOException {
    write(
        "01-racks.yml",
        "plugin: racks\nfile: ../racks.csv\n"
            + "cache: true\ncache_plugin: jsonfile\ncache_connection: kept\n");
    inventories().refresh("racks");
    Path kept;
    try (Stream<Path> files = Files.list(home.resolve("etc/inventories/kept"))) {
      kept = files.findFirst().orElseThrow();
    }
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
    hotshoe.close();
    Files.writeString(home.resolve("etc/inventories/racks.csv"), "host,owner\nnew,Ada\nwww1,Ada\n");
    hotshoe = Hotshoe.builder().home(home).option("gateway.port", 0).start();
    assertTrue(inventories().inventory("racks").host("www1").isPresent(), "out of the cache");
    inventories().refresh("racks");
    assertTrue(inventories().inventory("racks").host("new").isPresent());
  }

  @Test
  void everythingThatIsWrongIsToldWithItsPlace() throws IOException {
    write("01-racks.yml", "plugin: racks\nfile: ../racks.csv\nhost_column: nosuch\n");
    String told = "";
    try {
      inventories().inventory("racks");
    } catch (RuntimeException refused) {
      told = refused.getMessage();
    }
    assertTrue(told.contains("there is no column 'nosuch'"), told);
    assertTrue(told.contains("racks.csv:1"), told);
  }

  @Test
  @Proves("AN-45")
  void whenTheExtensionGoesTheLastAnswerStaysUntilItComesBack() throws IOException {
    Inventory before = inventories().inventory("racks");
    Files.delete(home.resolve("deploy/racks.jar"));
    await("it is told", () -> state().state() == State.STALE);
    assertEquals(before.hosts(), inventories().inventory("racks").hosts());
    assertTrue(state().problems().toString().contains("HS-INVENTORY-193"), state().toString());
    drop();
    await("it is read again", () -> state().state() == State.CURRENT);
  }
}
