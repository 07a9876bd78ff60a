package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.inventory.Inventories.Read;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.PluginOption;
import hotshoe.inventory.ReadSource;
import hotshoe.inventory.format.AutoPlugin;
import hotshoe.inventory.format.IniPlugin;
import hotshoe.inventory.format.YamlPlugin;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @Test
  @Proves("AN-1")
  void theLaterSourceWinsAndHostsKeepTheirFirstOrder() {
    desk.write("a", "z x=1", "b");
    desk.write("b", "a", "z x=2");
    Inventory inventory = desk.inventory("a", "b");
    assertEquals("[z, b, a]", inventory.hosts().toString());
    assertEquals(Map.of("x", 2L), desk.variables("z", "a", "b"));
    assertEquals(Map.of("x", 1L), desk.variables("z", "b", "a"));
  }

  @Test
  @Proves("AN-2")
  void theEarlierOfTwoPluginsHasTheSource() {
    desk.write("both", "all: {hosts: {h: {a: 1}}}");
    desk.write("hosts.yml", "[g]", "h");
    desk.write("odd.toml", "[g]", "x=1");
    assertEquals("yaml", plugin("both"));
    assertEquals("ini", plugin("hosts.yml"));
    assertEquals("ini", plugin("odd.toml"));
    desk.write("inventory.conf", "h");
    assertEquals("ini", plugin("inventory.conf"));
    desk.environment.put("ANSIBLE_INVENTORY_ENABLED", "toml, ini");
    assertEquals("toml", plugin("odd.toml"));
    desk.environment.remove("ANSIBLE_INVENTORY_ENABLED");
    desk.write("ansible.cfg", "[inventory]", "enable_plugins = toml,yaml ; a comment");
    assertEquals("toml", plugin("odd.toml"));
    assertTrue(desk.inventory("inventory.conf").sources().isEmpty());
  }

  @Test
  @Proves("AN-4")
  void whichPluginAcceptsAFileIsDecidedByItsNameModeAndFirstBytes() throws IOException {
    desk.write("plain", "h");
    desk.write("a.yml", "h");
    desk.write("a.yaml", "h");
    desk.write("a.json", "h");
    desk.write("a.toml", "h");
    desk.write("a.conf", "h");
    desk.write("marked.conf", "#!/bin/sh");
    desk.script("executable.conf", "h");
    assertEquals("[yaml, ini]", accepting("plain"));
    assertEquals("[auto, yaml, ini]", accepting("a.yml"));
    assertEquals("[auto, yaml, ini]", accepting("a.yaml"));
    assertEquals("[yaml, ini]", accepting("a.json"));
    assertEquals("[ini, toml]", accepting("a.toml"));
    assertEquals("[ini]", accepting("a.conf"));
    assertEquals("[script, ini]", accepting("marked.conf"));
    assertEquals("[script, ini]", accepting("executable.conf"));
    assertEquals("[host_list, advanced_host_list]", accepting("a,b"));
    assertEquals("[]", accepting("missing"));
    desk.environment.put("ANSIBLE_YAML_FILENAME_EXT", ".conf");
    assertEquals("[yaml, ini]", accepting("a.conf"));
    assertEquals("[ini]", accepting("a.json"));
  }

  private String accepting(String source) throws IOException {
    InventoryRun run = new InventoryRun(desk.request(), desk.reader.plugins(), new Footprint());
    List<String> accepting = new java.util.ArrayList<>();
    for (String name :
        List.of("host_list", "advanced_host_list", "script", "auto", "yaml", "ini", "toml")) {
      InventoryPlugin plugin = run.plugins().find(name).orElseThrow();
      boolean isFile = Files.exists(folder.resolve(source));
      InventorySource given =
          new InventorySource(isFile ? folder.resolve(source).toString() : source);
      if (plugin.verify(given, new SourceContext(run, plugin, given))) {
        accepting.add(name);
      }
    }
    return accepting.toString();
  }

  private String plugin(String source) {
    return desk.inventory(source).sources().stream().map(ReadSource::plugin).toList().get(0);
  }

  @Test
  @Proves("AN-3")
  void anUnknownPluginIsToldAndOnlyUnknownOnesEndIt() {
    desk.write("hosts", "h");
    desk.environment.put("ANSIBLE_INVENTORY_ENABLED", "inni,ini");
    assertEquals(1, desk.told("hosts").size());
    assertTrue(desk.why("hosts").contains("skipping inni"));
    assertTrue(desk.why("hosts").contains("did you mean 'ini'?"));
    desk.environment.put("ANSIBLE_INVENTORY_ENABLED", "bogus");
    assertEquals(1, desk.refused("hosts").exitCode());
  }

  @Test
  @Proves({"AN-5", "AN-6"})
  void aFileNamesItsPluginAndGivesItOptions() {
    desk.reader =
        new InventoryReader(
            List.of(new AutoPlugin(), new YamlPlugin(), new IniPlugin(), new Counting()));
    desk.write("c.yml", "plugin: counting", "hosts: 2", "prefixes: n");
    desk.environment.put("COUNTING_PREFIX", "from_environment");
    assertEquals("[n0, n1]", desk.inventory("c.yml").hosts().toString());
    desk.write("c.yml", "plugin: counting", "count: 1");
    assertEquals("[from_environment0]", desk.inventory("c.yml").hosts().toString());
    assertEquals(
        "from_environment0", desk.inventory("c.yml").group("made").get().hosts().get(0).name());
    desk.environment.put("ANSIBLE_INVENTORY_ENABLED", "auto,yaml");
    desk.write("c.yml", "plugin: counting", "count: many", "prefix: [1, 2]");
    String why = String.join("\n", desk.told("c.yml"));
    assertTrue(why.contains("count") && why.contains("(and 1 more)"), why);
    assertTrue(why.contains("Plugin configuration YAML file, not YAML inventory"), why);
    desk.write("c.yml", "plugin: countin");
    assertTrue(desk.why("c.yml").contains("specifies unknown plugin 'countin'"));
    assertTrue(desk.why("c.yml").contains("did you mean 'counting'?"), desk.why("c.yml"));
    desk.write("refused.yaml", "plugin: counting");
    assertTrue(desk.why("refused.yaml").contains("could not be verified by inventory plugin"));
    desk.environment.put("COUNTING_PREFIX", "p");
    desk.write("g.yml", "plugin: ", "g: {hosts: {h: }}");
    assertTrue(desk.inventory("g.yml").group("plugin").isPresent());
    desk.environment.put("ANSIBLE_INVENTORY_ENABLED", "counting");
    desk.write("c.yml", "plugin: other");
    assertTrue(desk.why("c.yml").contains("Incorrect plugin name in file: other"));
  }

  /** What an author writes: a few options, and hosts made of them. */
  private static final class Counting implements InventoryPlugin {
    @Override
    public String name() {
      return "counting";
    }

    @Override
    public List<PluginOption> options() {
      return List.of(
          new PluginOption(
              Field.defaulting("count", Type.integer(0, 9), 1L, "How many."),
              List.of("hosts"),
              List.of(),
              List.of()),
          new PluginOption(
              Field.defaulting("prefix", Type.text(), "host", "What names begin with."),
              List.of("prefixes"),
              List.of("COUNTING_PREFIX"),
              List.of(new PluginOption.FileKey("counting", "prefix"))));
    }

    @Override
    public boolean verify(InventorySource source, PluginContext context) {
      return source.isReadableFile() && source.extension().equals(".yml");
    }

    @Override
    public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context)
        throws IOException {
      Map<String, Object> options = context.configure(source);
      String group = inventory.addGroup("made");
      for (long i = 0; i < (Long) options.get("count"); i++) {
        inventory.addHost(options.get("prefix") + "" + i, group);
      }
    }
  }

  @Test
  @Proves("AN-7")
  void everyPluginsFailureIsToldWhenNoneReadsTheSource() {
    desk.write("bad.yml", "[g", "h: [");
    List<String> told = desk.told("bad.yml");
    assertEquals(5, told.size(), told.toString());
    assertTrue(told.get(0).contains("with auto plugin"));
    assertTrue(told.get(1).contains("with yaml plugin"));
    assertTrue(told.get(2).contains("with ini plugin"));
    assertTrue(told.get(3).contains("Unable to parse") && told.get(3).contains("bad.yml"));
    assertTrue(told.get(4).contains("only implicit localhost is available"));
    assertTrue(desk.reading("bad.yml") instanceof Read);
    desk.write("good.yml", "[g]", "h");
    assertEquals(List.of(), desk.told("good.yml"));
  }

  @Test
  @Proves({"AN-8", "AN-9"})
  void settingsMakeUnreadSourcesFail() throws IOException {
    desk.write("good", "h");
    desk.environment.put("ANSIBLE_INVENTORY_UNPARSED_FAILED", "1");
    assertEquals(1, desk.refused("missing").exitCode());
    assertEquals(1, desk.inventory("missing", "good").hosts().size());
    desk.environment.put("ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED", "yes");
    assertEquals(1, desk.refused("good", "missing").exitCode());
    desk.write("d/hosts", "h");
    Files.createDirectories(folder.resolve("d/empty"));
    assertTrue(desk.why("d").contains("Completely failed to parse inventory source"));
    desk.environment.clear();
    desk.environment.put("ANSIBLE_INVENTORY_UNPARSED_WARNING", "no");
    assertEquals(1, desk.told("missing").size());
  }

  @Test
  @Proves("AN-10")
  void aFolderIsReadInOrderAndSomeOfItIsPassedOver() throws IOException {
    for (String name :
        List.of(
            "b",
            "a",
            "c.yml~",
            ".hidden",
            "x.ini",
            "x.cfg",
            "x.md",
            "x.orig",
            "x.retry",
            "sub/z",
            "group_vars/all",
            "host_vars/a",
            "vars_plugins/x")) {
      desk.write("d/" + name, name.contains("vars") ? "v: 1" : "h_" + name.replaceAll("\\W", "_"));
    }
    assertEquals("[h_a, h_b, h_sub_z]", desk.inventory("d").hosts().toString());
    desk.environment.put("ANSIBLE_INVENTORY_IGNORE", "b, .zip");
    assertEquals(
        "[h_a, h_c_yml_, h_x_cfg, h_x_ini, h_x_md, h_x_orig, h_x_retry]",
        desk.inventory("d").hosts().toString());
    desk.environment.put("ANSIBLE_INVENTORY_IGNORE_REGEX", "^x,^s");
    assertEquals("[h_a, h_c_yml_]", desk.inventory("d").hosts().toString());
    Files.createSymbolicLink(folder.resolve("d/again"), folder.resolve("d"));
    assertTrue(desk.told("d").toString().contains("contains itself"), desk.told("d").toString());
  }

  @Test
  void aRefreshReadsEverythingAnew() {
    desk.write("hosts", "h x=1");
    assertEquals(Map.of("x", 1L), desk.variables("h", "hosts"));
    desk.write("hosts", "h x=2");
    Read read = (Read) desk.reader.read(desk.request("hosts").refreshed());
    assertEquals(Map.of("x", 2L), read.inventory().variables(read.inventory().host("h").get()));
  }

  @Test
  void aPluginThatBreaksOffHurtsNobodyElse() {
    InventoryPlugin broken =
        new InventoryPlugin() {
          @Override
          public String name() {
            return "script";
          }

          @Override
          public boolean verify(InventorySource source, PluginContext context) {
            return true;
          }

          @Override
          public void parse(
              InventoryBuilder inventory, InventorySource source, PluginContext context) {
            inventory.addHost("half", "ungrouped");
            throw new IllegalStateException("a slip");
          }
        };
    desk.reader = new InventoryReader(List.of(broken, new IniPlugin()));
    desk.failures = hotshoe.inventory.InventoryRequest.Failures.LEAVE_NOTHING;
    desk.write("hosts", "h");
    assertEquals("[h]", desk.inventory("hosts").hosts().toString());
    desk.reader = new InventoryReader(List.of(broken));
    assertTrue(desk.told("hosts").toString().contains("a slip"), desk.told("hosts").toString());
  }
}
