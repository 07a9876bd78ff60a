package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Caller;
import hotshoe.conformance.Proves;
import hotshoe.inventory.InventoryChange;
import hotshoe.inventory.NamedInventories;
import hotshoe.operation.CallRequest;
import hotshoe.operation.OperationDescription;
import hotshoe.runtime.Hotshoe;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskOutcome.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Inventories with a name in an assembled host: asked, watched, added to, and changed by callers.
 */
class InventoriesTest {

  private static final Caller READER = new Caller("rita", Set.of("read-only"), "http");
  private static final Caller OPERATOR = new Caller("otto", Set.of("pool-operator"), "http");

  @TempDir Path home;
  private Hotshoe hotshoe;

  @BeforeEach
  void start() throws IOException {
    write("etc/inventories/web.yml", "sources: [hosts]");
    write("etc/inventories/hosts", "[web]\na x=1\nb\n[web:vars]\nport=80");
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

  private void write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }

  @Test
  void everythingThatCanBeAskedIsInTheCatalogue() {
    assertEquals(
        """
        inventory-add-host [pool-operator]
        inventory-changes [read-only]
        inventory-explain [read-only]
        inventory-forget-additions [pool-operator]
        inventory-graph [read-only]
        inventory-group-by [pool-operator]
        inventory-host [read-only]
        inventory-hosts [read-only]
        inventory-info [read-only]
        inventory-list [read-only]
        inventory-plugin-options [read-only]
        inventory-plugins [read-only]
        inventory-put [pool-admin]
        inventory-refresh [pool-operator]
        inventory-remove [pool-admin]
        inventory-sources [read-only]
        """,
        String.join(
            "",
            hotshoe.operations().list().stream()
                .filter(it -> it.name().shortName().startsWith("inventory-"))
                .map(InventoriesTest::line)
                .toList()));
  }

  private static String line(OperationDescription operation) {
    return operation.name().shortName() + " " + operation.access().anyOf() + "\n";
  }

  private Object call(Caller caller, String operation, Map<String, ?> arguments) {
    return outcome(caller, operation, arguments).orElseThrow();
  }

  private TaskOutcome outcome(Caller caller, String operation, Map<String, ?> arguments) {
    return hotshoe.operations().call(CallRequest.of(operation, arguments).by(caller));
  }

  @Test
  void whoMayReadAsksForHostsVariablesAndWhereTheyComeFrom() {
    assertEquals(
        Map.of("x", 1L, "port", 80L),
        call(READER, "inventory-host", Map.of("inventory", "web", "host", "a")));
    Map<?, ?> page =
        (Map<?, ?>)
            call(
                READER,
                "inventory-hosts",
                Map.of("inventory", "web", "pattern", "all:!b", "variables", true));
    assertEquals(1L, page.get("total"));
    Map<?, ?> first = (Map<?, ?>) ((List<?>) page.get("hosts")).get(0);
    assertEquals(Map.of("x", 1L, "port", 80L), first.get("variables"));
    List<?> layers =
        (List<?>)
            call(
                READER,
                "inventory-explain",
                Map.of("inventory", "web", "host", "a", "variable", "port"));
    Map<?, ?> layer = (Map<?, ?>) layers.get(0);
    assertEquals("groups_inventory", layer.get("layer"));
    assertEquals(5L, layer.get("line"));
    assertEquals(true, layer.get("holds"));
    assertInstanceOf(
        Refused.class, outcome(READER, "inventory-refresh", Map.of("inventory", "web")));
    assertInstanceOf(
        Refused.class,
        outcome(OPERATOR, "inventory-put", Map.of("inventory", "x", "sources", List.of("a,"))));
  }

  @Test
  void theTreeOfGroupsIsWrittenToTheTask() {
    TaskHandle task =
        hotshoe
            .operations()
            .start(
                CallRequest.of("inventory-graph", Map.of("inventory", "web", "variables", true))
                    .by(READER));
    task.await().orElseThrow();
    assertEquals(
        """
        @all:
          |--@ungrouped:
          |--@web:
          |  |--a
          |  |  |--{x = 1}
          |  |--b
          |  |--{port = 80}
        """
            .strip(),
        task.report().output().strip());
    Map<String, ?> wrong = Map.of("inventory", "web", "group", "wep");
    assertTrue(outcome(READER, "inventory-graph", wrong).problems().toString().contains("'web'"));
  }

  @Test
  void aLimitOfACallerReadsNoFileOfTheHost() {
    TaskOutcome outcome =
        outcome(READER, "inventory-hosts", Map.of("inventory", "web", "limit", "a,@/etc/passwd"));
    assertTrue(outcome.problems().toString().contains("HS-INVENTORY-198"), outcome.toString());
  }

  @Test
  @Proves("AN-12")
  void whatAnOperatorAddsSurvivesARefreshAndTellsWhetherItChangedAnything() throws IOException {
    Map<String, ?> host =
        Map.of(
            "inventory", "web", "host", "n", "groups", List.of("new"), "variables", Map.of("y", 2));
    assertEquals(Map.of("changed", true), call(OPERATOR, "inventory-add-host", host));
    assertEquals(Map.of("changed", false), call(OPERATOR, "inventory-add-host", host));
    Map<String, ?> group =
        Map.of("inventory", "web", "host", "a", "group", "os", "parents", List.of("systems"));
    assertEquals(Map.of("changed", true), call(OPERATOR, "inventory-group-by", group));
    write("etc/inventories/hosts", "a\nc");
    call(OPERATOR, "inventory-refresh", Map.of("inventory", "web"));
    Map<?, ?> page = (Map<?, ?>) call(READER, "inventory-hosts", Map.of("inventory", "web"));
    assertEquals(
        "[{name=n, groups=[all, new], variables={}},"
            + " {name=c, groups=[all, ungrouped], variables={}},"
            + " {name=a, groups=[all, systems, os], variables={}}]",
        page.get("hosts").toString());
  }

  @Test
  void aSourceThatSomebodyEditsIsReadAgainByItself() throws Exception {
    NamedInventories inventories = hotshoe.require(NamedInventories.class);
    BlockingQueue<InventoryChange> heard = new LinkedBlockingQueue<>();
    inventories.inventory("web");
    try (NamedInventories.Listening listening = inventories.listen(heard::add)) {
      write("etc/inventories/hosts", "[web]\na x=2\nc");
      InventoryChange change = next(heard);
      assertEquals(List.of("c"), change.hosts().added());
      assertEquals(List.of("b"), change.hosts().removed());
      assertEquals(List.of("x"), change.hosts().changed().get(0).variables());
      assertEquals(List.of("port"), change.groups().changed().get(0).variables());
      write("etc/inventories/host_vars/c.yml", "own: 1");
      assertEquals("c", next(heard).hosts().changed().get(0).name());
    }
  }

  private static InventoryChange next(BlockingQueue<InventoryChange> heard) throws Exception {
    InventoryChange change = heard.poll(20, TimeUnit.SECONDS);
    assertTrue(change != null, "nothing was heard");
    return change;
  }

  @Test
  void anInventoryIsMadeByAnOperationAndThereAfterARestart() throws IOException {
    hotshoe
        .operations()
        .call("inventory-put", Map.of("inventory", "two", "sources", List.of("p,q")));
    hotshoe.close();
    hotshoe = Hotshoe.builder().home(home).option("gateway.port", 0).start();
    NamedInventories inventories = hotshoe.require(NamedInventories.class);
    assertEquals(2, inventories.inventory("two").hosts().size());
    assertEquals(
        Map.of("changed", true),
        hotshoe.operations().call("inventory-remove", Map.of("inventory", "two")));
    assertEquals(1, inventories.list().size());
  }
}
