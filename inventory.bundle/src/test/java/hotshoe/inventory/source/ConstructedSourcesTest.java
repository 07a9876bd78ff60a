package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.inventory.Constructable;
import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventoryRequest.Failures;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.PluginOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstructedSourcesTest {

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
    desk.write(
        "hosts.yml",
        "all:",
        "  vars: {region: north}",
        "  hosts:",
        "    web1.example: {os: Debian, size: 3, tags: {env: prod, tier: ''}, roles: [a, ''], on: no}",
        "    web2.example: {os: '', size: 4}",
        "    10.0.0.7: {}");
  }

  private void constructed(String... lines) {
    desk.write("zc.yml", "plugin: constructed\n" + String.join("\n", lines));
  }

  private Object variable(String host, String name) {
    return desk.variables(host, "hosts.yml", "zc.yml").getOrDefault(name, "(not set)");
  }

  private TreeSet<String> groups() {
    TreeSet<String> names = new TreeSet<>();
    desk.inventory("hosts.yml", "zc.yml").groups().forEach(group -> names.add(group.name()));
    names.removeAll(List.of("all", "ungrouped"));
    return names;
  }

  @Test
  @Proves("AN-39")
  void composedValuesAreTextUnlessTheyAreOneVariableOrLookLikeAList() {
    constructed(
        "compose:",
        "  one: size",
        "  sum: size + 1",
        "  half: size / 2",
        "  list: \"['x', size]\"",
        "  map: \"{'k': os}\"",
        "  truth: size > 2",
        "  pair: (1, 2)",
        "  nothing: none",
        "  missing: nosuch.deep.er",
        "  short: inventory_hostname_short",
        "  chosen: os if size == 3 else 'other'",
        "  filtered: os | lower | replace('d', 'D')");
    assertEquals(3L, variable("web1.example", "one"));
    assertEquals("4", variable("web1.example", "sum"));
    assertEquals("1.5", variable("web1.example", "half"));
    assertEquals(List.of("x", 3L), variable("web1.example", "list"));
    assertEquals(Map.of("k", "Debian"), variable("web1.example", "map"));
    assertEquals(true, variable("web1.example", "truth"));
    assertEquals("(1, 2)", variable("web1.example", "pair"));
    assertEquals("", variable("web1.example", "nothing"));
    assertEquals("(not set)", variable("web1.example", "missing"));
    assertEquals("web1", variable("web1.example", "short"));
    assertEquals("10.0.0.7", variable("10.0.0.7", "short"));
    assertEquals("Debian", variable("web1.example", "chosen"));
    assertEquals("Debian", variable("web1.example", "filtered"));
    desk.environment.put("ANSIBLE_JINJA2_NATIVE", "true");
    assertEquals(4L, variable("web1.example", "sum"));
    assertEquals(1.5, variable("web1.example", "half"));
    assertEquals(List.of(1L, 2L), variable("web1.example", "pair"));
    assertTrue(desk.json("hosts.yml", "zc.yml").contains("\"nothing\": null"));
  }

  @Test
  @Proves("AN-40")
  void conditionsPutHostsIntoGroupsWhoseNamesAreClean() {
    constructed(
        "groups:",
        "  has-dash: size is defined and size > 3",
        "  text: \"'no'\"",
        "  empty: os",
        "  web: inventory_hostname.startswith('web')",
        "  grouped: \"'web' in group_names\"");
    assertEquals("[empty, has_dash, text, web]", groups().toString());
    assertEquals(
        "[web2.example]",
        desk.inventory("hosts.yml", "zc.yml").group("has_dash").orElseThrow().hosts().toString());
    assertEquals(
        3, desk.inventory("hosts.yml", "zc.yml").group("text").orElseThrow().hosts().size());
  }

  @Test
  @Proves("AN-41")
  void keysNameGroupsByTextListOrMap() {
    constructed(
        "keyed_groups:",
        "  - {key: os, prefix: os}",
        "  - {key: os, prefix: o, separator: '-', default_value: unknown}",
        "  - {key: roles, prefix: r, default_value: none}",
        "  - {key: tags, prefix: t}",
        "  - {key: tags, prefix: b, trailing_separator: false}",
        "  - {key: os, prefix: p, parent_group: 'all-{{ os | upper }}'}",
        "  - {key: region}");
    assertEquals(
        "[_north, all_DEBIAN, b_env_prod, b_tier, o_Debian, o_unknown, os_Debian, p_Debian, r_a,"
            + " r_none, t_env_prod, t_tier_]",
        groups().toString());
    assertEquals(
        "[p_Debian]",
        desk.inventory("hosts.yml", "zc.yml")
            .group("all_DEBIAN")
            .orElseThrow()
            .children()
            .toString());
    constructed("leading_separator: false", "keyed_groups: [{key: os}]");
    assertEquals("[Debian]", groups().toString());
    constructed("keyed_groups: [{key: size}]");
    String why = desk.why("hosts.yml", "zc.yml");
    assertTrue(why.contains("HS-INVENTORY-110") && why.contains("Invalid group name format"), why);
    constructed("keyed_groups: [{key: os, default_value: a, trailing_separator: true}]");
    assertTrue(desk.why("hosts.yml", "zc.yml").contains("mutually exclusive"));
  }

  @Test
  @Proves("AN-42")
  void strictSourcesFailAndWhatEarlierHostsGotStays() {
    constructed("strict: true", "compose: {double: size * 2}");
    assertEquals("6", variable("web1.example", "double"));
    String why = desk.why("hosts.yml", "zc.yml");
    assertTrue(why.contains("Could not set double for host 10.0.0.7"), why);
    assertTrue(why.contains("'size' is undefined"), why);
    assertTrue(why.contains("zc.yml:3"), why);
    desk.failures = Failures.LEAVE_NOTHING;
    assertEquals("(not set)", variable("web1.example", "double"));
    constructed("compose: {double: size * 2}");
    assertEquals("6", variable("web1.example", "double"));
    assertEquals("", desk.why("hosts.yml", "zc.yml"));
    for (String strict :
        List.of(
            "groups: {g: nosuch}",
            "keyed_groups: [{key: nosuch}]",
            "keyed_groups: [{key: \"''\"}]",
            "keyed_groups: [{key: region, parent_group: '{{ nosuch }}'}]")) {
      constructed("strict: true", strict);
      assertTrue(desk.why("hosts.yml", "zc.yml").contains("HS-INVENTORY-110"), strict);
      constructed(strict);
      assertEquals("", desk.why("hosts.yml", "zc.yml"), strict);
    }
  }

  @Test
  @Proves("AN-42")
  void whatCannotBeEvaluatedIsToldWithItsPlaceEvenIfNotStrict() {
    constructed(
        "compose:", "  a: os | lowr", "  b: \"'x' * 10 ** 12\"", "leading_seperator: false");
    String why = desk.why("hosts.yml", "zc.yml");
    assertTrue(why.contains("zc.yml:3") && why.contains("did you mean 'lower'?"), why);
    assertTrue(why.contains("zc.yml:4") && why.contains("letters"), why);
    assertTrue(why.contains("zc.yml:5") && why.contains("did you mean 'leading_separator'?"), why);
  }

  @Test
  @Proves("AN-43")
  void expressionsSeeEarlierSourcesOnlyAndWhatIsAskedFor() throws IOException {
    desk.write("group_vars/all.yml", "from_file: yes-it-is");
    desk.write("facts/web1.example", "{\"cpus\": 8}");
    desk.write("later.ini", "late ansible_host=x");
    constructed("compose: {f: from_file, c: cpus, e: extra, r: region}");
    assertEquals("(not set)", variable("web1.example", "f"));
    assertEquals("north", variable("web1.example", "r"));
    assertEquals("(not set)", variable("web1.example", "c"));
    assertFalse(desk.variables("late", "hosts.yml", "zc.yml", "later.ini").containsKey("r"));
    constructed("use_vars_plugins: true", "compose: {f: from_file, c: cpus}");
    assertEquals("yes-it-is", variable("web1.example", "f"));
    desk.environment.put("ANSIBLE_CACHE_PLUGIN", "jsonfile");
    desk.environment.put("ANSIBLE_CACHE_PLUGIN_CONNECTION", folder.resolve("facts").toString());
    assertEquals(8L, variable("web1.example", "c"));
    Files.setLastModifiedTime(
        folder.resolve("facts/web1.example"), java.nio.file.attribute.FileTime.fromMillis(0));
    assertEquals("(not set)", variable("web1.example", "c"));
    desk.write("ini", "single=1 x", "single x=1", "[all:vars]", "region=south");
    desk.write("ini", "single x=1", "[g]", "inner x=1", "[all:vars]", "region=south");
    constructed("compose: {r: region}");
    assertFalse(desk.variables("inner", "ini", "zc.yml").containsKey("r"));
  }

  @Test
  @Proves("AN-45")
  void anyPluginMayComposeThroughTheInterface() {
    InventoryPlugin remote =
        new InventoryPlugin() {
          @Override
          public String name() {
            return "remote";
          }

          @Override
          public List<PluginOption> options() {
            return Constructable.OPTIONS;
          }

          @Override
          public boolean verify(InventorySource source, PluginContext context) {
            return source.text().endsWith(".remote");
          }

          @Override
          public void parse(
              InventoryBuilder inventory, InventorySource source, PluginContext context)
              throws IOException {
            context.configure(source);
            inventory.addHost("vm1", "all");
            inventory.setVariable("vm1", "own", "mine");
            Map<Object, Object> facts = Map.of("zone", "z1", "tags", List.of("a", "b"));
            context.constructable().construct(inventory, "vm1", facts);
          }
        };
    desk.reader = new InventoryReader(List.of(remote));
    desk.environment.put("ANSIBLE_INVENTORY_ENABLED", "remote");
    desk.write(
        "x.remote",
        "plugin: remote",
        "compose: {place: zone ~ '!', sees_own: own}",
        "groups: {owned: own == 'mine' and place == 'z1!'}",
        "keyed_groups: [{key: tags, prefix: tag}]");
    assertEquals(
        "{\"_meta\": {\"hostvars\": {\"vm1\": {\"own\": \"mine\",\"place\": \"z1!\"}}},"
            + "\"all\": {\"children\": [\"ungrouped\",\"owned\",\"tag_a\",\"tag_b\"]},"
            + "\"owned\": {\"hosts\": [\"vm1\"]},\"tag_a\": {\"hosts\": [\"vm1\"]},"
            + "\"tag_b\": {\"hosts\": [\"vm1\"]}}",
        desk.json("x.remote"));
  }
}
