package hotshoe.inventory.named;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryDefinition;
import hotshoe.inventory.NamedInventory;
import hotshoe.inventory.NamedInventory.State;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.status.StatusLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedInventoriesTest {

  @TempDir Path folder;
  private Registry registry;

  @BeforeEach
  void begin() {
    registry = new Registry(folder);
    registry.write("hosts", "[web]", "a", "b x=1", "[db]", "c");
    registry.write("web.yml", "sources: [hosts]");
  }

  private InventoryRegistry inventories() {
    return registry.inventories;
  }

  private NamedInventory state() {
    return inventories().find("web").orElseThrow();
  }

  @Test
  void aFileInTheFolderIsAnInventoryThatIsReadWhenSomebodyAsks() {
    assertEquals(State.UNREAD, state().state());
    assertEquals("a b c", registry.hosts("web"));
    assertEquals(State.CURRENT, state().state());
    assertEquals(3, state().hosts());
    assertEquals(
        "1 hosts +[a, b, c] -[] *[] groups +[all, ungrouped, web, db] -[] *[]", registry.last());
  }

  @Test
  void anAnswerIsGivenFromMemoryUntilSomethingChanges() {
    Inventory first = inventories().inventory("web");
    inventories().look();
    assertSame(first, inventories().inventory("web"));
  }

  @Test
  void aSourceThatChangesIsReadAgainAndTheDifferenceIsTold() {
    registry.hosts("web");
    registry.write("hosts", "[web]", "b x=2", "d", "[db:children]", "web", "[db]");
    inventories().look();
    assertEquals("b d", registry.hosts("web"));
    assertEquals(
        "2 hosts +[d] -[a, c] *[b[x]+[]-[]] groups +[] -[] *[web[]+[db]-[all]]", registry.last());
  }

  @Test
  void aChangeWithinTheSameTickOfTheClockIsNoticed() throws IOException {
    registry.hosts("web");
    Path hosts = folder.resolve("hosts");
    FileTime time = Files.getLastModifiedTime(hosts);
    String other = Files.readString(hosts).replace("x=1", "x=2");
    Files.writeString(hosts, other);
    Files.setLastModifiedTime(hosts, time);
    inventories().look();
    assertEquals(2L, registry.variable("web", "b", "x"));
  }

  @Test
  void aFileThatReplacesAnotherIsNoticedWhateverItsTime() throws IOException {
    Path hosts = folder.resolve("hosts");
    Files.setLastModifiedTime(hosts, FileTime.from(Instant.EPOCH));
    registry.hosts("web");
    Path other = registry.write("other", "[web]", "a", "b x=3", "[db]", "c");
    Files.setLastModifiedTime(other, FileTime.from(Instant.EPOCH));
    Files.move(other, hosts, StandardCopyOption.ATOMIC_MOVE);
    inventories().look();
    assertEquals(3L, registry.variable("web", "b", "x"));
  }

  @Test
  void filesOfVariablesThatComeChangeAndGoAreNoticed() throws IOException {
    registry.hosts("web");
    Path all = registry.write("group_vars/db.yml", "port: 1");
    inventories().look();
    assertEquals("2 hosts +[] -[] *[] groups +[] -[] *[db[port]+[]-[]]", registry.last());
    registry.write("host_vars/c/extra.yml", "own: 1");
    inventories().look();
    assertEquals("3 hosts +[] -[] *[c[own]+[]-[]] groups +[] -[] *[]", registry.last());
    registry.write("host_vars/c/more.yml", "own: 2");
    inventories().look();
    assertEquals(2L, registry.variable("web", "c", "own"));
    Files.delete(all);
    inventories().look();
    assertEquals("5 hosts +[] -[] *[] groups +[] -[] *[db[port]+[]-[]]", registry.last());
  }

  @Test
  void aFolderOfSourcesIsWatchedWithEverythingInIt() {
    registry.write("many/01", "a");
    registry.write("many/sub/02", "b");
    registry.write("web.yml", "sources: [many]");
    assertEquals("a b", registry.hosts("web"));
    registry.write("many/sub/03", "c");
    inventories().look();
    assertEquals("a b c", registry.hosts("web"));
    registry.write("many/.hidden", "d");
    int before = registry.heard.size();
    inventories().look();
    assertEquals(before, registry.heard.size(), "what is passed over changes nothing");
  }

  @Test
  void aFailingRefreshKeepsTheLastGoodAnswerAndSaysSo() {
    Inventory good = inventories().inventory("web");
    registry.write("hosts", "[web]", "a", "z", "b broken");
    inventories().look();
    assertSame(good, inventories().inventory("web"));
    assertEquals(State.STALE, state().state());
    assertTrue(state().failed().isPresent() && state().read().isPresent());
    assertTrue(told(state()).contains("Expected key=value host variable assignment, got: broken"));
    assertEquals(StatusLevel.WARNING, inventories().status().level());
    assertThrows(ProblemException.class, () -> inventories().refresh("web"));
    registry.write("hosts", "[web]", "a", "z");
    inventories().look();
    assertEquals("a z", registry.hosts("web"));
    assertEquals(State.CURRENT, state().state());
    assertEquals(StatusLevel.OK, inventories().status().level());
  }

  @Test
  void aSourceThatGoesAwayTakesNobodyWithIt() throws IOException {
    registry.write("more", "[web]", "m");
    registry.write("web.yml", "sources: [hosts, more]");
    assertEquals("a b c m", registry.hosts("web"));
    Files.delete(folder.resolve("hosts"));
    inventories().look();
    assertEquals("a b c m", registry.hosts("web"));
    assertEquals(State.STALE, state().state());
  }

  @Test
  void whoWantsItAsAtHomeGetsWhatCanBeRead() throws IOException {
    registry.write("more", "[web]", "m");
    registry.write("web.yml", "sources: [hosts, more]", "failures: traces");
    registry.hosts("web");
    Files.delete(folder.resolve("hosts"));
    inventories().look();
    assertEquals("m", registry.hosts("web"));
    assertEquals(State.CURRENT, state().state());
    assertTrue(told(state()).contains("Unable to parse"), told(state()));
  }

  @Test
  void anInventoryThatCouldNeverBeReadIsBrokenUntilItCan() {
    registry.write("hosts", "[web", "[x:y:z]");
    ProblemException failure =
        assertThrows(ProblemException.class, () -> inventories().inventory("web"));
    assertTrue(failure.getMessage().contains("HS-INVENTORY-112"), failure.getMessage());
    assertEquals(State.BROKEN, state().state());
    registry.write("hosts", "a");
    inventories().look();
    assertEquals("a", registry.hosts("web"));
  }

  @Test
  @Proves("AN-12")
  void hostsAndGroupsThatWereAddedSurviveARefresh() {
    assertTrue(inventories().addHost("web", "n", List.of("web", "new"), Map.of("y", 1L)));
    assertFalse(inventories().addHost("web", "n", List.of("web", "new"), Map.of("y", 1L)));
    assertTrue(inventories().groupBy("web", "b", "os_linux", List.of("os")));
    assertFalse(inventories().groupBy("web", "b", "os_linux", List.of("os")));
    registry.write("hosts", "[web]", "b x=9", "e");
    inventories().refresh("web");
    assertEquals("b e n", registry.hosts("web"));
    assertEquals(1L, registry.variable("web", "n", "y"));
    Inventory now = inventories().inventory("web");
    assertEquals(
        "[all, os, new, os_linux, web]",
        IntStream.of(0)
            .mapToObj(
                i ->
                    List.of("all", "os", "new", "os_linux", "web").stream()
                        .filter(name -> now.group(name).isPresent())
                        .toList())
            .findFirst()
            .orElseThrow()
            .toString());
    assertEquals("os", now.group("os_linux").orElseThrow().parents().get(0).name());
    assertEquals(2, state().additions());
  }

  @Test
  @Proves("AN-12")
  void aHostThatARefreshDoesNotFindIsPassedOverWhenItsGroupsAreMadeAgain() {
    inventories().groupBy("web", "c", "os_linux", List.of());
    registry.write("hosts", "a");
    inventories().refresh("web");
    assertTrue(inventories().inventory("web").group("os_linux").isEmpty());
    registry.write("hosts", "a", "c");
    inventories().refresh("web");
    assertTrue(inventories().inventory("web").group("os_linux").isPresent());
  }

  @Test
  void anAdditionThatCannotBeMadeLeavesEverythingAsItWas() {
    Inventory before = inventories().inventory("web");
    inventories().groupBy("web", "a", "inner", List.of("outer"));
    Inventory with = inventories().inventory("web");
    ProblemException loop =
        assertThrows(
            ProblemException.class,
            () -> inventories().groupBy("web", "b", "outer", List.of("inner")));
    assertEquals("HS-INVENTORY-194", loop.problems().get(0).code());
    assertSame(with, inventories().inventory("web"));
    assertTrue(before.group("inner").isEmpty(), "what was given out never changes");
    assertThrows(
        ProblemException.class, () -> inventories().groupBy("web", "nobody", "g", List.of()));
    inventories().forgetAdditions("web");
    assertTrue(inventories().inventory("web").group("inner").isEmpty());
  }

  @Test
  void filesOfVariablesCountForHostsThatWereAddedToo() {
    registry.write("host_vars/n.yml", "from: file");
    registry.write("group_vars/new.yml", "group: file");
    inventories().addHost("web", "n", List.of("new"), Map.of("y", 1L));
    assertEquals("file", registry.variable("web", "n", "from"));
    assertEquals("file", registry.variable("web", "n", "group"));
  }

  @Test
  void aScriptIsAskedAgainWhenItsAnswerHasComeOfAge() {
    registry.script(
        "ask", "#!/bin/sh", "echo . >> \"$(dirname \"$0\")/asked\"", "echo '{\"g\": [\"h\"]}'");
    registry.write("web.yml", "sources: [ask]", "lifetime: 1");
    registry.hosts("web");
    inventories().look();
    assertEquals(2, asked(), "--list and --host");
    LockSupport.parkNanos(Duration.ofMillis(1100).toNanos());
    inventories().look();
    assertEquals(4, asked());
  }

  private long asked() {
    try {
      return Files.readAllLines(folder.resolve("asked")).size();
    } catch (IOException failure) {
      return 0;
    }
  }

  @Test
  void aDefinitionThatChangesIsFollowedAndOneThatGoesIsGone() throws IOException {
    registry.hosts("web");
    registry.write("other", "z");
    registry.write("web.yml", "sources: other");
    inventories().look();
    assertEquals("z", registry.hosts("web"));
    Files.delete(folder.resolve("web.yml"));
    inventories().look();
    ProblemException gone = assertThrows(ProblemException.class, () -> registry.hosts("web"));
    assertEquals("HS-INVENTORY-190", gone.problems().get(0).code());
  }

  @Test
  void allThatIsWrongInADefinitionIsToldAtOnceAndTheAnswerStays() {
    registry.hosts("web");
    registry.write("web.yml", "source: hosts", "lifetime: long", "failures: maybe");
    inventories().look();
    assertEquals("a b c", registry.hosts("web"));
    assertEquals(State.STALE, state().state());
    String told = told(state());
    assertTrue(told.contains("did you mean 'sources'?"), told);
    assertTrue(told.contains("lifetime") && told.contains("failures"), told);
  }

  @Test
  void whatAProgramPutsIsAFileThatPeopleCanRead() throws IOException {
    inventories()
        .put(
            InventoryDefinition.of("made", "a,b", "x \"y\"\n")
                .in(folder)
                .lasting(Duration.ofSeconds(5))
                .withEnvironment(Map.of("ANSIBLE_HASH_BEHAVIOUR", "merge")));
    assertEquals(
        """
        # Inventory made. Edit it as you like: it is read again when it changes.
        sources:
          - "a,b"
          - "x \\"y\\"\\n"
        folder: "%s"
        environment:
          "ANSIBLE_HASH_BEHAVIOUR": "merge"
        lifetime: 5
        """
            .formatted(folder),
        Files.readString(folder.resolve("made.yml")));
    NamedInventory made = inventories().find("made").orElseThrow();
    assertEquals(List.of("a,b", "x \"y\"\n"), made.definition().sources());
    assertEquals(Duration.ofSeconds(5), made.definition().lifetime());
    assertTrue(inventories().remove("made"));
    assertFalse(inventories().remove("made"));
    assertTrue(inventories().find("made").isEmpty());
  }

  @Test
  void listenersHearChangesInOrderWhateverTheyDoMeanwhile() {
    List<Long> versions = new java.util.ArrayList<>();
    inventories()
        .listen(
            change -> {
              throw new IllegalStateException("a careless listener");
            });
    inventories()
        .listen(
            change -> {
              versions.add(change.version());
              if (change.version() < 3) {
                inventories().addHost("web", "n" + change.version(), List.of(), Map.of());
              }
            });
    registry.hosts("web");
    assertEquals(List.of(1L, 2L, 3L), versions);
    assertEquals(2, inventories().changes("web", 1).size());
  }

  @Test
  void aMisspeltNameIsToldWithTheNearestOne() {
    ProblemException unknown = assertThrows(ProblemException.class, () -> registry.hosts("wen"));
    assertTrue(unknown.getMessage().contains("did you mean 'web'?"), unknown.getMessage());
  }

  private static String told(NamedInventory state) {
    return String.join("\n", state.problems().stream().map(Problem::sentence).toList());
  }
}
