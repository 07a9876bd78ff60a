package hotshoe.inventory.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.inventory.tool.Terminal.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms of one inventory with everything in it, equal to what the home system prints of it. */
class FormsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/forms").toAbsolutePath();

  private static String printed(String... words) {
    List<String> all = new ArrayList<>(Arrays.asList(words));
    if (!all.contains("random.json")) {
      all.addAll(List.of("-i", "hosts.yml", "-i", "more.ini", "--playbook-dir", "playbook"));
      all.addAll(List.of("--vault-password-file", "password"));
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int exitCode =
        InventoryTool.withoutFramework()
            .run(all, Map.of("ANSIBLE_CONFIG", "/dev/null"), GOLDEN, output, messages);
    assertEquals(0, exitCode, messages.toString(StandardCharsets.UTF_8));
    return output.toString(StandardCharsets.UTF_8);
  }

  private static String golden(String name) throws IOException {
    return Files.readString(GOLDEN.resolve(name));
  }

  @Test
  @Proves("AN-55")
  void theGraphHasVariablesAsPythonPrintsThemAndEncryptedOnesInClear() throws IOException {
    assertEquals(golden("graph-vars.txt"), printed("--graph", "--vars"));
    assertEquals(golden("graph-vars-export.txt"), printed("--graph", "--vars", "--export"));
    assertEquals(golden("random-graph.txt"), printed("--graph", "--vars", "-i", "random.json"));
  }

  @Test
  @Proves("AN-57")
  void yamlSharesValuesFoldsLinesAndPrintsTheVariablesOfAHostOnce() throws IOException {
    assertEquals(golden("list.yaml"), printed("--list", "--yaml"));
    assertEquals(golden("export.yaml"), printed("--list", "-y", "--export"));
    assertEquals(golden("random.yaml"), printed("--list", "-y", "-i", "random.json"));
  }

  @Test
  @Proves("AN-56")
  void oneHostIsPrintedInJsonAndYaml() throws IOException {
    assertEquals(golden("host.json"), printed("--host", "h1"));
    assertEquals(golden("host.yaml"), printed("--host", "h1", "--yaml"));
  }

  @Test
  void theGraphBeginsAtAnyGroup(@TempDir Path folder) {
    Terminal terminal = new Terminal(folder);
    terminal.write("hosts", "[a:children]", "b", "[b]", "h");
    assertEquals("@b:\n  |--h\n", terminal.run("--graph", "b", "-i", "hosts").output());
    assertEquals("@b:\n  |--h\n", terminal.run("b", "--graph", "-i", "hosts").output());
    Run unknown = terminal.run("--graph", "h", "-i", "hosts");
    assertEquals(5, unknown.exitCode());
    assertTrue(unknown.messages().startsWith("ERROR! HS-INVENTORY-164: "), unknown.messages());
  }

  @Test
  void anEncryptedVariableWithoutPasswordIsTold(@TempDir Path folder) {
    Terminal terminal = new Terminal(folder);
    terminal.write("h.yml", "all: {hosts: {a: {v: !vault x}}}");
    Run run = terminal.run("--graph", "--vars", "-i", "h.yml");
    assertEquals(1, run.exitCode());
    assertTrue(run.messages().contains("HS-INVENTORY-170"), run.messages());
    assertEquals(0, terminal.run("--graph", "-i", "h.yml").exitCode());
  }

  @Test
  void aTreeThatDoublesWithEachLevelIsRefused(@TempDir Path folder) {
    Terminal terminal = new Terminal(folder);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append("[a" + i + ":children]\nb" + i + "\nc" + i + "\n");
      text.append("[b" + i + ":children]\na" + (i + 1) + "\n");
      text.append("[c" + i + ":children]\na" + (i + 1) + "\n");
    }
    terminal.write("hosts", text + "[a60]\nh");
    for (List<String> form : List.of(List.of("--graph"), List.of("--list", "--yaml"))) {
      List<String> words = new ArrayList<>(form);
      words.addAll(List.of("-i", "hosts"));
      Run run = terminal.run(words.toArray(String[]::new));
      assertEquals(1, run.exitCode());
      assertTrue(run.messages().contains("HS-INVENTORY-169"), run.messages());
    }
    assertEquals(0, terminal.run("--list", "-i", "hosts").exitCode());
  }

  @Test
  void aLimitHoldsForEveryForm(@TempDir Path folder) {
    Terminal terminal = new Terminal(folder);
    terminal.write("hosts", "[a]", "one x=1", "two x=2");
    for (String form : List.of("--list", "--graph")) {
      String printed = terminal.run(form, "--yaml", "-l", "one", "-i", "hosts").output();
      assertTrue(printed.contains("one"), printed);
      assertFalse(printed.contains("two"), printed);
    }
  }
}
