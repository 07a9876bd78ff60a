package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hotshoe-inventory} as a source of the real Ansible. */
class InventoryScriptTest {

  @TempDir Path folder;
  private InventoryDesk desk;

  @BeforeEach
  void sources() throws IOException {
    desk = new InventoryDesk(folder);
    desk.environment.put("ANSIBLE_LOCAL_TEMP", folder.resolve("local").toString());
    desk.environment.put("ANSIBLE_REMOTE_TEMP", folder.resolve("remote").toString());
    desk.write("sources/hosts", "[web]", "w1 color=red", "w2 color=blue", "[web:vars]", "port=80");
    desk.write("sources/group_vars/all.yml", "zone: north");
    desk.write("more.yml", "all: {children: {db: {hosts: {d1: {size: 3}}}}}");
    desk.write("production.cfg", "# what production is made of", "sources/hosts", "", "more.yml");
    Files.createSymbolicLink(
        folder.resolve("production"), Path.of(InventoryDesk.program("hotshoe-inventory")));
  }

  @Test
  @Proves("AN-53")
  void theRealToolReadsThroughItWhatItReadsItself() {
    Ran direct = desk.ansible("-i", "sources/hosts", "-i", "more.yml", "--list");
    Ran through = desk.ansible("-i", "production", "--list");
    assertEquals(0, direct.code());
    assertEquals(direct, through);
  }

  @Test
  void aPlaybookRunsOnWhatItSays() {
    desk.write(
        "play.yml",
        "- hosts: web",
        "  connection: local",
        "  gather_facts: false",
        "  tasks:",
        "    - copy:",
        "        content: '{{ color }} {{ port + 1 }} {{ zone }} {{ groups.db }}'",
        "        dest: '" + folder + "/made-{{ inventory_hostname }}'");
    desk.environment.put("ANSIBLE_PYTHON_INTERPRETER", "/usr/bin/python3");
    Ran played = desk.run("ansible-playbook", "-i", "production", "play.yml");
    assertEquals(0, played.code(), () -> played.output() + played.messages());
    assertEquals("red 81 north ['d1']", read("made-w1"));
    assertEquals("blue 81 north ['d1']", read("made-w2"));
  }

  @Test
  @Proves("AN-56")
  void itAnswersForOneHostAsScriptsDo() {
    Ran one = desk.run(folder.resolve("production").toString(), "--host", "w2");
    assertEquals(0, one.code(), one::messages);
    assertEquals("{\"color\":\"blue\",\"port\":80,\"zone\":\"north\"}", squeezed(one.output()));
  }

  @Test
  void sourcesMayAlsoComeFromTheEnvironment() {
    desk.environment.put("HOTSHOE_SOURCES", "more.yml:x1,x2");
    Ran graph = desk.run(InventoryDesk.program("hotshoe-inventory"), "--graph");
    assertEquals(0, graph.code(), graph::messages);
    assertTrue(graph.output().contains("--x2") && graph.output().contains("--d1"), graph::output);
  }

  @Test
  void aScriptThatIsAmongItsOwnSourcesIsRefusedAndNotAskedForEver() {
    desk.write("production.cfg", "more.yml", "production");
    Ran ran = desk.run(folder.resolve("production").toString(), "--list");
    assertTrue(ran.messages().contains("HS-INVENTORY-181"), ran::messages);
    assertTrue(ran.output().contains("\"size\": 3"), ran::output);
  }

  @Test
  void withoutSourcesItSaysWhereToWriteThem() throws IOException {
    Files.delete(folder.resolve("production.cfg"));
    Ran ran = desk.run(folder.resolve("production").toString(), "--list");
    assertEquals(1, ran.code());
    assertEquals("", ran.output());
    assertTrue(
        ran.messages().startsWith("ERROR! HS-INVENTORY-182")
            && ran.messages().contains(folder + "/production.cfg"),
        ran::messages);
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }

  private String read(String name) {
    return Home.attempt(() -> Files.readString(folder.resolve(name)));
  }
}
