package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherFormsTest {

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @Test
  @Proves("AN-33")
  void tomlHasTheSameMeaningWithListsOfChildren() {
    desk.environment.put("ANSIBLE_INVENTORY_ENABLED", "toml");
    desk.write(
        "a.toml",
        "[web]",
        "children = ['east']",
        "vars = {x = 1, when = 2020-01-01 }",
        "[web.hosts]",
        "'w[1:2]' = {}",
        "w3 = { ansible_port = 22, text = '''a",
        "b''' }",
        "[east.hosts.e1]",
        "deep = {list = [1, 2.0]}",
        "[odd]",
        "other = 1");
    assertTrue(desk.why("a.toml").startsWith("HS-INVENTORY-060"), desk.why("a.toml"));
    assertEquals(
        "{\"_meta\": {\"hostvars\": {"
            + "\"e1\": {\"deep\": {\"list\": [1,2.0]},\"when\": \"2020-01-01\",\"x\": 1},"
            + "\"w1\": {\"when\": \"2020-01-01\",\"x\": 1},"
            + "\"w2\": {\"when\": \"2020-01-01\",\"x\": 1},"
            + "\"w3\": {\"ansible_port\": 22,\"text\": \"a\\nb\",\"when\": \"2020-01-01\",\"x\": 1}}},"
            + "\"all\": {\"children\": [\"ungrouped\",\"web\",\"odd\"]},"
            + "\"east\": {\"hosts\": [\"e1\"]},"
            + "\"web\": {\"children\": [\"east\"],\"hosts\": [\"w1\",\"w2\",\"w3\"]}}",
        desk.json("a.toml"));
    assertTrue(desk.why("a.toml").contains("Skipping unexpected key (other) in group (odd)"));
    String[][] rows = {
      {"[g]\nvars = 1", "Invalid \"vars\" entry for \"g\" group, requires a dict"},
      {"[g]\nchildren = 'a'", "Invalid \"children\" entry for \"g\" group, requires a list"},
      {"[g]\nhosts = ['a']", "Invalid \"hosts\" entry for \"g\" group, requires a dict"},
      {"[g", "the file is no TOML"},
      {"", "Parsed empty TOML file"},
      {"plugin = 'x'", "Plugin configuration TOML file, not TOML inventory"},
    };
    for (String[] row : rows) {
      desk.write("a.toml", row[0]);
      assertTrue(desk.why("a.toml").contains(row[1]), row[0] + ": " + desk.why("a.toml"));
    }
  }

  @Test
  @Proves("AN-34")
  void listsOfHostsAreReadWithOrWithoutRanges() throws Exception {
    assertEquals(List.of("h1", "h2", "a[1:2]"), names("h1, h2:22 ,,a[1:2],h1"));
    assertEquals(Map.of("ansible_port", 22L), desk.variables("h2", "h1,h2:22"));
    assertEquals(List.of(), names(","));
    Files.createDirectories(folder.resolve("a,b"));
    desk.write("a,b/c,d", "in_a_file");
    assertEquals(List.of("in_a_file"), names("a,b/c,d"));
    desk.environment.put("ANSIBLE_INVENTORY_ENABLED", "advanced_host_list");
    assertEquals(List.of("a1", "a2", "web[1:]"), names("a[1:2],web[1:]"));
    assertTrue(desk.why("web[1:j],").contains("invalid literal"), desk.why("web[1:j],"));
  }

  private List<String> names(String source) {
    return desk.inventory(source).hosts().stream().map(host -> host.name()).toList();
  }

  @Test
  @Proves({"AN-35", "AN-36", "AN-37"})
  void aScriptAnswersWithListsObjectsOrTheOldForm() throws Exception {
    desk.script(
        "inv",
        "#!/bin/sh",
        "echo \"$@\" >> calls",
        "cat <<'E'",
        "{\"list\": [\"h1\", \"h[1:3]\", \"h:22\"],",
        " \"object\": {\"hosts\": [\"h2\"], \"vars\": {\"a\": 1.0}, \"children\": \"xy\", \"more\": 1},",
        " \"old\": {\"b\": 2},",
        " \"_meta\": {\"hostvars\": {\"h1\": {\"c\": true}, \"stranger\": {\"d\": 1}}}}",
        "E");
    assertEquals(
        "{\"_meta\": {\"hostvars\": {\"h1\": {\"c\": true},\"h2\": {\"a\": 1.0},\"old\": {\"b\": 2}}},"
            + "\"all\": {\"children\": [\"ungrouped\",\"list\",\"object\",\"old\"]},"
            + "\"list\": {\"hosts\": [\"h1\",\"h[1:3]\",\"h:22\"]},"
            + "\"object\": {\"children\": [\"x\",\"y\"],\"hosts\": [\"h2\"]},"
            + "\"old\": {\"hosts\": [\"old\"]}}",
        desk.json("inv"));
    assertEquals("--list\n", Files.readString(folder.resolve("calls")));
    desk.script(
        "each",
        "#!/bin/sh",
        "echo \"$@\" >> calls",
        "[ \"$1\" = --list ] && echo '{\"g\": [\"h 1\", \"h2\"]}' && exit",
        "echo \"name: $2\"");
    Files.delete(folder.resolve("calls"));
    assertEquals(Map.of("name", "h 1"), desk.variables("h 1", "each"));
    assertEquals(
        List.of("--host h 1", "--host h2", "--list"),
        Files.readAllLines(folder.resolve("calls")).stream().sorted().toList());
  }

  @Test
  @Proves({"AN-36", "AN-38"})
  void aScriptThatFailsSaysWhy() {
    desk.environment.put("ANSIBLE_INVENTORY_ENABLED", "script");
    String[][] rows = {
      {"echo '{}'; echo oops >&2; exit 3", "had an execution error"},
      {"echo nonsense", "failed to parse executable inventory script results"},
      {"printf '\\377'", "cannot be interpreted as UTF-8"},
      {"echo '[]'", "needs to be a json dict"},
      {"echo '{\"g\": null}'", "You defined a group 'g' with bad data for the host list"},
      {"echo '{\"g\": {\"vars\": 1}}'", "You defined a group 'g' with bad data for variables"},
      {"echo '{\"g\": [1]}'", "Invalid host name supplied"},
      {"echo '{\"g\": [\"h\"], \"_meta\": {\"hostvars\": {\"h\": 1}}}'", "expected dictionary"},
      {"[ $1 = --list ] && echo '{\"g\": [\"h\"]}'; exit 0", "expected dictionary"},
    };
    for (String[] row : rows) {
      desk.script("inv", "#!/bin/sh", row[0]);
      String why = desk.why("inv");
      assertTrue(why.contains(row[1]), row[0] + ": " + why);
    }
    desk.script("inv", "#!/bin/sh", "echo oops >&2; exit 3");
    assertTrue(desk.why("inv").contains("exit code 3: oops"), desk.why("inv"));
    desk.bytes("no-x", "#!/bin/sh\necho '{}'\n".getBytes(StandardCharsets.UTF_8));
    assertTrue(desk.why("no-x").contains("Permission denied"), desk.why("no-x"));
    desk.script("inv", "#!/bin/sh", "echo '{}'; echo careful >&2");
    assertTrue(desk.why("inv").contains("careful"), desk.why("inv"));
    desk.environment.put("ANSIBLE_INVENTORY_PLUGIN_SCRIPT_STDERR", "false");
    assertEquals(List.of(), desk.told("inv"));
  }
}
