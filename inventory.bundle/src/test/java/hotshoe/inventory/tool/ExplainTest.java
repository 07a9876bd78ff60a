package hotshoe.inventory.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hotshoe.inventory.tool.Terminal.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {

  private Terminal terminal;

  @TempDir Path folder;

  @BeforeEach
  void sources() {
    terminal = new Terminal(folder);
    terminal.write(
        "inv/hosts",
        "[web]",
        "h x=host only={'a':1}",
        "[app]",
        "h",
        "[site:children]",
        "web",
        "[all:vars]",
        "x=all",
        "[web:vars]",
        "x=web",
        "d=web",
        "[app:vars]",
        "x=app",
        "d=app",
        "[site:vars]",
        "d=site",
        "m={'a': 1, 'b': 1}",
        "[rank]",
        "h",
        "[rank:vars]",
        "ansible_group_priority=7",
        "r=rank",
        "[zoo]",
        "h",
        "[zoo:vars]",
        "r=zoo",
        "s=zoo",
        "[app:vars]",
        "s=app");
    terminal.write("inv/group_vars/web.yml", "# roles", "x: web file", "m: {b: 2, c: 2}");
    terminal.write("inv/host_vars/h/one.yml", "f: one");
    terminal.write("inv/host_vars/h/two.yml", "f: two");
    terminal.write("playbook/host_vars/h", "x: playbook");
  }

  private Run explain(String... more) {
    String[] words = new String[more.length + 4];
    System.arraycopy(
        new String[] {"-i", "inv/hosts", "--playbook-dir", "playbook"}, 0, words, 0, 4);
    System.arraycopy(more, 0, words, 4, more.length);
    return terminal.run(words);
  }

  @Test
  void everyValueIsShownWithItsLayerFileAndLineTheWeakestFirst() throws IOException {
    Run run = explain("--explain", "h", "-e", "x=9");
    assertEquals(new Run(0, Golden.of("explain.txt", run.output()), ""), run);
  }

  @Test
  void mergedMapsTellWhoseEveryKeyIs() throws IOException {
    terminal.environment.put("ANSIBLE_HASH_BEHAVIOUR", "merge");
    Run run = explain("--explain", "h", "m");
    assertEquals(new Run(0, Golden.of("explain-merged.txt", run.output()), ""), run);
    terminal.environment.remove("ANSIBLE_HASH_BEHAVIOUR");
    assertTrue(explain("--explain", "h", "m").output().startsWith("h: m = {\"b\": 2, \"c\": 2}\n"));
  }

  @Test
  void aListBetweenTwoMapsOfOneLayerHidesOnlyWhatIsInThatLayer() {
    terminal.environment.put("ANSIBLE_HASH_BEHAVIOUR", "merge");
    terminal.write("inv/hosts", "[b]", "h", "[a:children]", "b", "[all:vars]", "v={'m': 1}");
    terminal.write("inv/group_vars/a", "v: [1]");
    terminal.write("inv/group_vars/b", "v: {n: 2}");
    String text = explain("--explain", "h", "v").output();
    assertTrue(text.startsWith("h: v = {\"m\": 1, \"n\": 2}\n* 1  all_inventory "), text);
    assertTrue(text.contains("\n  2  groups_plugins_inventory  a "), text);
    assertTrue(text.contains("\n* 3  groups_plugins_inventory  b "), text);
    assertTrue(text.contains("\n    m is of 1\n    n is of 3\n"), text);
  }

  @Test
  void programsGetTheSameAsJson() {
    JsonObject all =
        JsonParser.parseString(explain("--explain", "h", "x", "--json").output()).getAsJsonObject();
    assertEquals("h", all.get("host").getAsString());
    JsonObject x = all.get("variables").getAsJsonArray().get(0).getAsJsonObject();
    assertEquals("playbook", x.get("value").getAsString());
    assertEquals(6, x.get("given").getAsJsonArray().size());
    JsonObject file = x.get("given").getAsJsonArray().get(3).getAsJsonObject();
    assertEquals("groups_plugins_inventory", file.get("layer").getAsString());
    assertEquals("FOLDER/inv/group_vars/web.yml", file.get("source").getAsString());
    assertEquals(2, file.get("line").getAsInt());
    assertEquals("web", file.get("of").getAsString());
    assertEquals(false, file.get("holds").getAsBoolean());
  }

  @Test
  void anotherOrderOfLayersIsToldAsTheReason() {
    terminal.environment.put(
        "ANSIBLE_PRECEDENCE", "groups_plugins_inventory,groups_inventory,all_inventory");
    terminal.write("inv/hosts", "[web]", "h", "[web:vars]", "x=web", "[all:vars]", "x=all");
    terminal.write("playbook/host_vars/h", "");
    String text = explain("--explain", "h", "x").output();
    assertTrue(
        text.endsWith(
            "  all_inventory is above groups_inventory, as the setting precedence has it\n"),
        text);
  }

  @Test
  void anUnknownVariableIsToldWithTheNearestName() {
    Run run = explain("--explain", "h", "onyl");
    assertEquals(5, run.exitCode());
    assertTrue(run.messages().contains("HS-INVENTORY-173"), run.messages());
    Run near = explain("--explain", "h", "onli");
    assertTrue(near.messages().contains("did you mean 'only'?"), near.messages());
    assertEquals(5, explain("--explain", "all", "x", "-i", "a,b").exitCode());
    assertEquals(5, explain("--explain", "nobody").exitCode());
  }

  @Test
  void theImplicitLocalhostIsExplained() {
    String text = explain("--explain", "localhost", "ansible_connection").output();
    assertTrue(text.contains("host_inventory  localhost  built in  \"local\""), text);
  }

  @Test
  void encryptedValuesAreNotShown() throws IOException {
    Files.writeString(folder.resolve("v.yml"), "all: {hosts: {a: {v: !vault secret}}}");
    String text = terminal.run("--explain", "a", "v", "-i", "v.yml").output();
    assertTrue(text.startsWith("a: v = (encrypted)\n"), text);
  }
}
