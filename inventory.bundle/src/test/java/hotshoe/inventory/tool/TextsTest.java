package hotshoe.inventory.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.conformance.Proves;
import hotshoe.inventory.tool.Terminal.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read: help, pages of plugins, and every error of the command line. */
class TextsTest {

  private static final List<String> WRONG =
      List.of(
          "",
          "--lisst",
          "--li",
          "--list=yes",
          "--list --host a",
          "--list --yaml --toml",
          "--list a b",
          "--host",
          "--host -i",
          "--host nobody",
          "--host all",
          "--host h1 -i missing",
          "--graph wbe",
          "--graph nothing-like-it",
          "--list -e x",
          "--list -e /etc/x.yml",
          "--list -e [1]",
          "--list -e @nofile",
          "--list -e {x",
          "--list -l nobody",
          "--list -l @nofile",
          "--list --output no/such/folder",
          "--explain h1 colour",
          "--doc yml",
          "-Z");

  @TempDir Path folder;

  private static void same(String name, String printed) throws IOException {
    assertEquals(Golden.of(name, printed), printed);
  }

  @Test
  void theHelp() throws IOException {
    same("help.txt", new Terminal(folder).run("--help").output());
  }

  @Test
  @Proves("AN-52")
  void oneCommandPrintsEveryOptionOfAPlugin() throws IOException {
    Terminal terminal = new Terminal(folder);
    same("plugin.txt", terminal.run("--doc", "yaml").output());
    same("plugin.json", terminal.run("--doc", "ansible.builtin.yaml", "--json").output());
  }

  @Test
  void everyErrorOfTheCommandLine() throws IOException {
    Terminal terminal = new Terminal(folder);
    terminal.write("hosts", "[web]", "h1 color=red", "h2");
    StringBuilder text = new StringBuilder();
    for (String line : WRONG) {
      List<String> words = new ArrayList<>();
      if (!line.isEmpty()) {
        words.addAll(List.of(line.split(" ")));
      }
      words.addAll(0, List.of("-i", "hosts"));
      Run run = terminal.run(words.toArray(String[]::new));
      text.append("$ ").append(line).append("\n").append(run.messages());
      text.append("exit code ").append(run.exitCode()).append("\n\n");
    }
    same("errors.txt", text.toString());
  }
}
