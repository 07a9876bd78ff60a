package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts that were gathered before are variables; the answers are those of the home system. */
class FactsTest {

  private Desk desk;

  @TempDir Path folder;

  @BeforeEach
  void desk() {
    desk = new Desk(folder);
    desk.write("hosts", "h a=1 b=1", "k");
    desk.write(
        "ansible.cfg",
        "[defaults]",
        "fact_caching = jsonfile",
        "fact_caching_connection = facts",
        "fact_caching_prefix = of_");
  }

  @Test
  @Proves("AN-17")
  void factsAreAboveWhatSourcesSayAndTheirTextsAreNeverTemplates() {
    desk.write("facts/of_h", "{\"a\": \"{{ x }}\", \"n\": [1, \"t\", null], \"_ansible_z\": 1}");
    assertEquals(
        "{\"_meta\": {\"hostvars\": {\"h\": {\"a\": {\"__ansible_unsafe\": \"{{ x }}\"},\"b\": 1,"
            + "\"n\": [1,{\"__ansible_unsafe\": \"t\"},null]}}},\"all\": {\"children\":"
            + " [\"ungrouped\"]},\"ungrouped\": {\"hosts\": [\"h\",\"k\"]}}",
        desk.json("hosts"));
  }

  @Test
  void aFactDoesNotSayHowItsHostIsReached() {
    desk.write(
        "facts/of_h",
        "{\"ansible_host\": \"x\", \"ansible_ssh_y\": 1, \"ansible_a_interpreter\": 1,"
            + " \"ansible_become_z\": 1, \"ansible_ssh_host_key_rsa\": 1, \"ansible_ssh_bridge\": 1,"
            + " \"map\": {\"_ansible_in\": 1, \"kept\": 1}}");
    desk.write("facts/of_k", "{\"ansible_host\": \"x\"}");
    assertEquals(
        List.of("a", "ansible_ssh_bridge", "ansible_ssh_host_key_rsa", "b", "map"),
        desk.variables("h", "hosts").keySet().stream().map(String::valueOf).sorted().toList());
    assertEquals("{kept=1}", desk.variables("h", "hosts").get("map").toString());
    assertEquals(4, desk.told("hosts").size());
    assertTrue(desk.why("hosts").contains("Removed restricted key from module data: ansible_host"));
  }

  @Test
  void factsThatAreOldOrOutsideTheFolderAreNone() throws IOException {
    Path file = desk.write("facts/of_h", "{\"f\": 1}");
    assertTrue(desk.variables("h", "hosts").containsKey("f"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(90_000)));
    assertEquals(2, desk.variables("h", "hosts").size());
    desk.environment.put("ANSIBLE_CACHE_PLUGIN_TIMEOUT", "0");
    assertEquals(3, desk.variables("h", "hosts").size());
    desk.environment.put("ANSIBLE_CACHE_PLUGIN_PREFIX", "");
    desk.write("hosts", "../secret");
    desk.write("secret", "{\"f\": 1}");
    assertTrue(desk.variables("../secret", "hosts").isEmpty());
  }

  @Test
  void brokenFactsRefuseTheInventoryAndNameTheFile() {
    desk.write("facts/of_k", "{bad");
    assertEquals(1, desk.refused("hosts").exitCode());
    assertTrue(desk.why("hosts").contains("HS-INVENTORY-178"), desk.why("hosts"));
    assertTrue(desk.why("hosts").contains("(facts/of_k)"), desk.why("hosts"));
  }

  @Test
  void onlyLocalFactsAreThereWhereFactsAreNoVariables() {
    desk.environment.put("ANSIBLE_INJECT_FACT_VARS", "no");
    desk.write("facts/of_h", "{\"f\": 1, \"ansible_local\": {\"l\": 1}}");
    assertEquals("{l=1}", desk.variables("h", "hosts").get("ansible_local").toString());
    assertEquals("{ansible_local={}}", desk.variables("k", "hosts").toString());
  }
}
