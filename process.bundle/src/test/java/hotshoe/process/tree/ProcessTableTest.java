package hotshoe.process.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {

  private static final String MARKER = "HOTSHOE_TABLE_TEST";

  private static String stat(String name, char state) {
    return "42 (" + name + ") " + state + " 7 8 9 0 -1 4194304 1 0 0 0 0 0 0 0 20 0 1 0 777 1 1";
  }

  @Test
  void programsMayHaveAnyName() {
    Sighting expected = new Sighting(42, 7, 9, false, 777);
    for (String name : List.of("sh", "a b", ") R 1 1 1", "((", "")) {
      assertEquals(Optional.of(expected), ProcessTable.parse(42, stat(name, 'S')), name);
    }
  }

  @Test
  void whoHasEndedIsDead() {
    assertTrue(ProcessTable.parse(42, stat("sh", 'Z')).orElseThrow().isEnded());
    assertEquals(Optional.empty(), ProcessTable.parse(42, "42 (sh"));
    assertEquals(Optional.empty(), ProcessTable.parse(42, ""));
  }

  @Test
  void aProcessIsKnownByItsMarkerAndBirthAndNobodyElseIsTouched()
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sleep", "1000");
    builder.environment().put(MARKER, "mine");
    Process mine = builder.start();
    builder.environment().put(MARKER, "another's");
    Process other = builder.start();
    try {
      ProcessTable table = new ProcessTable(MARKER);
      assertEquals("mine", table.marker(mine.pid()));
      assertEquals("", table.marker(ProcessHandle.current().pid()));
      Tree tree = new Tree(table, "mine"::equals);
      tree.remembers(new Sighting.Life(other.pid(), 1)); // its number, in another life
      assertEquals(List.of(mine.pid()), tree.members().stream().map(Sighting::pid).toList());
      TreeEnd.Result result = TreeEnd.within(Duration.ofSeconds(5)).end(table, tree);
      assertEquals(new TreeEnd.Result(1, List.of()), result);
      mine.waitFor();
      assertTrue(other.isAlive());
    } finally {
      mine.destroyForcibly().waitFor();
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void withoutATableParentsAreFollowed(@TempDir Path empty) throws Exception {
    Process shell = new ProcessBuilder("/bin/sh", "-c", "sleep 1000 & sleep 1000 & wait").start();
    try {
      ProcessTable table = new ProcessTable(empty.toFile(), MARKER);
      assertFalse(table.isWhole());
      while (shell.descendants().count() < 2) {
        Thread.sleep(5);
      }
      Tree tree = new Tree(table, "mine"::equals);
      tree.beginsWith(table.find(shell.pid()).orElseThrow(), table.pipes(shell.pid(), "1"));
      assertEquals(3, tree.members().size());
      assertEquals(List.of(), TreeEnd.within(Duration.ofSeconds(5)).end(table, tree).left());
      shell.waitFor();
    } finally {
      shell.destroyForcibly().waitFor();
    }
  }
}
