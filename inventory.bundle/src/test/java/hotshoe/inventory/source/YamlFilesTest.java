package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFilesTest {

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @Test
  @Proves("AN-30")
  void groupsAreNestedMapsWithShorthands() {
    desk.write(
        "a.yml",
        "base: &base {vars: {x: 1, y: [a]}}",
        "top:",
        "  <<: *base",
        "  hosts: single",
        "  children:",
        "    web:",
        "      hosts: {'w[1:2]:22': {p: 0}, w3: , w4: false, w5: []}",
        "    empty:",
        "  vars:",
        "base: {vars: {z: 2}}");
    assertEquals(
        "{\"_meta\": {\"hostvars\": {"
            + "\"w1\": {\"ansible_port\": 22,\"p\": 0},\"w2\": {\"ansible_port\": 22,\"p\": 0}}},"
            + "\"all\": {\"children\": [\"ungrouped\",\"base\",\"top\"]},"
            + "\"top\": {\"children\": [\"web\",\"empty\"],\"hosts\": [\"single\"]},"
            + "\"web\": {\"hosts\": [\"w1\",\"w2\",\"w3\",\"w4\",\"w5\"]}}",
        desk.json("a.yml"));
    assertTrue(desk.why("a.yml").contains("duplicate dict key (base)"), desk.why("a.yml"));
    desk.environment.put("ANSIBLE_DUPLICATE_YAML_DICT_KEY", "ignore");
    assertEquals(List.of(), desk.told("a.yml"));
  }

  @Test
  @Proves("AN-30")
  void whatIsNoGroupIsPassedOverOrRefused() {
    String[][] rows = {
      {"{g: {hosts: {h: }}, x: [1]}", "Skipping 'x' as this is not a valid group definition"},
      {"{g: {foo: {a: 1}}}", "Skipping unexpected key (foo) in group (g), only"},
      {"{g: {bar: 1}}", "Skipping key (bar) in group (g) as it is not a mapping"},
      {"{g: {hosts: [h]}}", "Invalid \"hosts\" entry for \"g\" group, requires a dictionary"},
      {"{g: {hosts: {1234: }}}", "Host pattern 1234 must be a string."},
      {"{7: {hosts: {h: }}}", "Invalid group name supplied, expected a string"},
      {"{g: {hosts: {h: [1]}}}", "Invalid data from file, expected dictionary"},
      {"{g: {children: {x: [1]}}}", "is not valid"},
      {"- a", "YAML inventory has invalid structure, it should be a dictionary"},
      {"{[a]: 1}", "found unacceptable key"},
      {"{a: *b}", "found undefined alias"},
      {"a: 1\n---\nb: 2", "expected a single document"},
      {"{a: !other 1}", "could not determine a constructor for the tag '!other'"},
      {"{g: {vars: {<<: 1}}}", "for merging"},
    };
    desk.environment.put("ANSIBLE_INVENTORY_ENABLED", "yaml");
    for (String[] row : rows) {
      desk.write("a.yml", row[0]);
      String all = String.join("\n", desk.told("a.yml"));
      boolean isTold = all.contains(row[1]) || row[1].equals("is not valid");
      assertTrue(isTold && all.contains("a.yml"), row[0] + ": " + all);
    }
    desk.write("a.yml", "g:", "  children:", "    x: [1]");
    assertTrue(desk.told("a.yml").toString().contains("x is not a known host nor group"));
    assertTrue(desk.why("a.yml").contains("a.yml:3"), desk.why("a.yml"));
  }

  @Test
  @Proves("AN-31")
  void markedTextsAreKeptAndTheirJsonFormsReadBack() {
    desk.write(
        "a.yml",
        "g: {hosts: {h: {u: !unsafe '{{ x }}', l: !unsafe [a, {b: c}], v: !vault '$ANSIBLE_VAULT;1'}}}");
    String marked =
        "{\"l\": [{\"__ansible_unsafe\": \"a\"},{\"b\": {\"__ansible_unsafe\": \"c\"}}],"
            + "\"u\": {\"__ansible_unsafe\": \"{{ x }}\"},"
            + "\"v\": {\"__ansible_vault\": \"$ANSIBLE_VAULT;1\"}}";
    assertTrue(desk.json("a.yml").contains("\"h\": " + marked), desk.json("a.yml"));
    desk.write("b.json", "{\"g\": {\"hosts\": {\"h\": " + marked + "}}}");
    assertEquals(desk.json("a.yml"), desk.json("b.json"));
  }

  @Test
  @Proves("AN-32")
  void aJsonFileIsTriedAsJsonFirst() {
    desk.write(
        "a.json",
        "{\"g\": {\"hosts\": {\"h\": {\"a\": 1e3, \"b\": NaN, \"c\": 08}}},",
        "\"g\": {\"hosts\": {\"h\": {\"a\": 1e3}}}}");
    // 08 is no JSON, so it was read as YAML, in which 1e3 is a text
    assertTrue(desk.json("a.json").contains("{\"a\": \"1e3\"}"), desk.json("a.json"));
    desk.write(
        "a.json",
        "{\"g\": {\"hosts\": {\"h\": {\"a\": 1e3, \"b\": NaN, \"b\": 12345678901234567890}}}}");
    assertTrue(desk.json("a.json").contains("{\"a\": 1000.0,\"b\": 12345678901234567890}"));
    assertEquals(List.of(), desk.told("a.json"));
  }

  @Test
  @Proves("AN-59")
  void keysOfMixedKindsLeaveEverythingUnsorted() {
    desk.write("a.yml", "g: {hosts: {h: {z: {b: 1, 1: 2, ~: 3}, a: {2: x, 10: y, yes: z}}}}");
    assertEquals(
        "{\"all\": {\"children\": [\"ungrouped\",\"g\"]},\"g\": {\"hosts\": [\"h\"]},"
            + "\"_meta\": {\"hostvars\": {\"h\": {\"z\": {\"b\": 1,\"1\": 2,\"null\": 3},"
            + "\"a\": {\"2\": \"x\",\"10\": \"y\",\"true\": \"z\"}}}}}",
        desk.json("a.yml"));
  }
}
