package hotshoe.inventory.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.inventory.tool.Terminal.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryToolTest {

  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void sources() {
    terminal = new Terminal(folder);
    terminal.write("hosts", "[web]", "web1 a=1", "web2 a=2", "[db]", "db1", "[all:vars]", "z=9");
  }

  private static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  @Test
  @Proves("AN-56")
  void theVariablesOfOneHostAreShown() {
    Run run = terminal.run("--host", "web1", "-i", "hosts");
    assertEquals(new Run(0, lines("{", "    \"a\": 1,", "    \"z\": 9", "}"), ""), run);
  }

  @Test
  @Proves("AN-56")
  void aPatternThatIsOneHostIsAHost() {
    assertEquals(
        terminal.run("--host", "web2", "-i", "hosts").output(),
        terminal.run("--host", "web[1]", "-i", "hosts").output());
    assertEquals(0, terminal.run("--host", "web:!web2", "-i", "hosts").exitCode());
  }

  @Test
  @Proves("AN-56")
  void aHostThatIsNotOneHostEndsWithFive() {
    Run none = terminal.run("--host", "wb1", "-i", "hosts");
    assertEquals(5, none.exitCode());
    assertEquals("", none.output());
    assertTrue(none.messages().contains("did you mean 'web1'?"), none.messages());
    Run several = terminal.run("--host", "web", "-i", "hosts");
    assertEquals(5, several.exitCode());
    assertTrue(several.messages().contains("'web' matches 2 hosts"), several.messages());
  }

  @Test
  @Proves("AN-20")
  void localhostIsThereWithoutBeingNamed() {
    Run run = terminal.run("--host", "localhost", "-i", "hosts");
    assertTrue(run.output().contains("\"ansible_connection\": \"local\""), run.output());
    assertTrue(run.output().contains("\"z\": 9"), run.output());
  }

  @Test
  @Proves("AN-58")
  void aFileEndsWithoutANewlineAndTheTerminalWithOne() throws IOException {
    String seen = terminal.run("--list", "-i", "hosts").output();
    assertTrue(seen.endsWith("}\n"));
    assertEquals(new Run(0, "", ""), terminal.run("--list", "-i", "hosts", "--output", "out"));
    assertEquals(seen, Files.readString(folder.resolve("out")) + "\n");
  }

  @Test
  void whatCannotBeWrittenLeavesTheFileAsItWas() throws IOException {
    terminal.write("bad", "h x={1,2}");
    terminal.write("out", "before");
    assertEquals(1, terminal.run("--list", "-i", "bad", "--output", "out").exitCode());
    assertEquals("before\n", Files.readString(folder.resolve("out")));
    assertEquals(1, terminal.run("--list", "-i", "hosts", "--output", "none/out").exitCode());
    try (var files = Files.list(folder)) {
      assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(".out")));
    }
  }

  @Test
  @Proves("AN-58")
  void everyExitCodeIsAsDocumented() {
    assertEquals(0, terminal.run("--list", "-i", "nowhere").exitCode());
    assertEquals(2, terminal.run("--lits", "-i", "hosts").exitCode());
    assertEquals(2, terminal.run("--list", "-i").exitCode());
    assertEquals(2, terminal.run("--list=x").exitCode());
    assertEquals(2, terminal.run("--list", "a", "b").exitCode());
    assertEquals(5, terminal.run("-i", "hosts").exitCode());
    assertEquals(5, terminal.run("--list", "--graph").exitCode());
    assertEquals(5, terminal.run("--list", "-e", "/x").exitCode());
    assertEquals(5, terminal.run("--list", "-e", "[1]").exitCode());
    terminal.environment.put("ANSIBLE_INVENTORY_UNPARSED_FAILED", "1");
    assertEquals(1, terminal.run("--list", "-i", "nowhere").exitCode());
    terminal.write("group_vars/web", "[1, 2]");
    assertEquals(4, terminal.run("--list", "-i", "hosts").exitCode());
  }

  @Test
  void aListThatNobodyReadsAnyMoreIsTold() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    int exitCode =
        InventoryTool.withoutFramework()
            .run(
                List.of("--list", "-i", "hosts"),
                terminal.environment,
                folder,
                closed,
                OutputStream.nullOutputStream());
    assertEquals(1, exitCode);
  }

  @Test
  void namesMayBeShortenedJoinedAndTied() {
    String list = terminal.run("--list", "-i", "hosts").output();
    assertEquals(list, terminal.run("--lis", "--inventory=hosts").output());
    assertEquals(list, terminal.run("--list", "-ihosts").output());
    assertEquals(list, terminal.run("--list", "--inventory=hosts").output());
    Run ambiguous = terminal.run("--li");
    assertEquals(2, ambiguous.exitCode());
    assertTrue(ambiguous.messages().contains("write one of --list, --limit"));
  }

  @Test
  void variablesOfTheCommandLineAreAboveAllOthers() {
    terminal.write("more.yml", "a: 5", "b: [1]");
    Run run =
        terminal.run(
            "--host",
            "web1",
            "-i",
            "hosts",
            "-e",
            "a=3 b='x y' c={{ a b }}",
            "-e",
            "{d: 1}",
            "-e",
            "@more.yml");
    assertEquals(
        "{\"a\": 5,\"b\": [1],\"c\": \"{{ a b }}\",\"d\": 1,\"z\": 9}",
        run.output().replaceAll("\n *", ""));
  }

  @Test
  void variablesOfTheCommandLineHaveTheEscapesOfPython() {
    Run run =
        terminal.run("--host", "a", "-i", "a,", "-e", "v=\\x41\\n\\u00e9\\101 w=\"b c\" x=1=2");
    assertEquals(
        "{\"v\": \"A\\n\u00e9A\",\"w\": \"b c\",\"x\": \"1=2\"}",
        run.output().strip().replaceAll("\n *", ""));
  }

  @Test
  @Proves("AN-47")
  void aLimitLeavesTheHostsThatMatch() {
    terminal.write("some", "web2", "", "db1");
    Run run = terminal.run("--list", "-i", "hosts", "-l", "@some");
    assertFalse(run.output().contains("web1"), run.output());
    assertTrue(run.output().contains("web2"), run.output());
    Run nobody = terminal.run("--list", "-i", "hosts", "-l", "nobody");
    assertEquals(1, nobody.exitCode());
    assertEquals(1, terminal.run("--list", "-i", "hosts", "-l", "@none").exitCode());
  }

  @Test
  void aHostWithoutVariablesIsAnEmptyMap() {
    assertEquals("{}\n", terminal.run("--host", "a", "-i", "a,").output());
  }

  @Test
  void wholeSourcesLeaveNothingWhereTheyFail() {
    terminal.write("half", "a", "b c");
    assertTrue(terminal.run("--list", "-i", "half").output().contains("\"a\""));
    assertFalse(terminal.run("--list", "-i", "half", "--whole").output().contains("\"a\""));
  }
}
