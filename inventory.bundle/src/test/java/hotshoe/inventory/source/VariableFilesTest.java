package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.inventory.Inventories.Read;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.Layer;
import hotshoe.inventory.LayeredValue;
import hotshoe.inventory.VaultText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariableFilesTest {

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  private void layers() {
    desk.write(
        "inv/hosts",
        "[g]",
        "h x=host_inventory",
        "[g:vars]",
        "x=g_inventory",
        "[all:vars]",
        "x=all");
    desk.write("inv/group_vars/all.yml", "x: all_plugins_inventory");
    desk.write("inv/group_vars/g.yml", "", "x: groups_plugins_inventory");
    desk.write("inv/host_vars/h.json", "{\"x\": \"host_plugins_inventory\"}");
    desk.write("playbook/group_vars/all", "x: all_plugins_play");
    desk.write("playbook/group_vars/g", "x: groups_plugins_play");
    desk.write("playbook/host_vars/h", "x: host_plugins_play");
    desk.write("facts/h", "{", "\"x\": \"facts\"}");
    desk.environment.put("ANSIBLE_CACHE_PLUGIN", "jsonfile");
    desk.environment.put("ANSIBLE_CACHE_PLUGIN_CONNECTION", "facts");
  }

  @Test
  @Proves("AN-17")
  void layersComeInTheDocumentedOrder() {
    layers();
    Inventory inventory =
        ((Read)
                desk.reader.read(
                    desk.request("inv/hosts").withExtraVariables(Map.of("x", "extra"))))
            .inventory();
    List<LayeredValue> values = inventory.explain(inventory.host("h").get(), "x");
    assertEquals(
        List.of(
            Layer.ALL_INVENTORY,
            Layer.GROUPS_INVENTORY,
            Layer.ALL_PLUGINS_INVENTORY,
            Layer.ALL_PLUGINS_PLAY,
            Layer.GROUPS_PLUGINS_INVENTORY,
            Layer.GROUPS_PLUGINS_PLAY,
            Layer.HOST_INVENTORY,
            Layer.HOST_PLUGINS_INVENTORY,
            Layer.HOST_PLUGINS_PLAY,
            Layer.FACTS,
            Layer.EXTRA),
        values.stream().map(LayeredValue::layer).toList());
    assertEquals(folder + "/inv/group_vars/g.yml:2", values.get(4).origin().toString());
    assertEquals(folder + "/facts/h:2", values.get(9).origin().toString());
    assertEquals(folder + "/inv/hosts:4", values.get(1).origin().toString());
    assertEquals("extra", inventory.variables(inventory.host("h").get()).get("x"));
    assertEquals(Map.of("x", "host_plugins_play"), inventory.exported(inventory.host("h").get()));
    assertEquals(
        Map.of("x", "groups_plugins_play"), inventory.exported(inventory.group("g").get()));
  }

  @Test
  void exportsLeaveTheWorkingFolderOutUnlessItIsNamedAsThePlaybooks() {
    layers();
    Inventory inventory =
        ((Read)
                desk.reader.read(
                    InventoryRequest.of(folder.resolve("playbook"), folder + "/inv/hosts")
                        .withEnvironment(desk.environment)))
            .inventory();
    assertEquals(
        Map.of("x", "host_plugins_inventory"), inventory.exported(inventory.host("h").get()));
    desk.environment.remove("ANSIBLE_CACHE_PLUGIN");
    assertEquals("host_plugins_play", variables("playbook", "h").get("x"));
  }

  private Map<Object, Object> variables(String workingFolder, String host) {
    Inventory inventory =
        ((Read)
                desk.reader.read(
                    InventoryRequest.of(folder.resolve(workingFolder), folder + "/inv/hosts")
                        .withEnvironment(desk.environment)))
            .inventory();
    return inventory.variables(inventory.host(host).orElseThrow());
  }

  @Test
  @Proves("AN-17")
  void everyOrderOfTheFirstSixLayersIsKept() {
    layers();
    desk.write(
        "inv/hosts", "[g]", "k", "[g:vars]", "x=groups_inventory", "[all:vars]", "x=all_inventory");
    List<String> words =
        new ArrayList<>(
            List.of(
                "all_inventory",
                "groups_inventory",
                "all_plugins_inventory",
                "all_plugins_play",
                "groups_plugins_inventory",
                "groups_plugins_play"));
    Random random = new Random(1);
    for (int i = 0; i < 40; i++) {
      Collections.shuffle(words, random);
      List<String> some = words.subList(0, 1 + random.nextInt(words.size()));
      desk.environment.put("ANSIBLE_PRECEDENCE", String.join(", ", some));
      assertEquals(Map.of("x", some.get(some.size() - 1)), desk.variables("k", "inv/hosts"));
    }
  }

  @Test
  @Proves("AN-17")
  void theFirstSixLayersCanBePutIntoAnotherOrder() {
    layers();
    desk.write("inv/hosts", "[g]", "k", "[g:vars]", "x=g_inventory", "[all:vars]", "x=all");
    assertEquals(Map.of("x", "groups_plugins_play"), desk.variables("k", "inv/hosts"));
    desk.environment.put("ANSIBLE_PRECEDENCE", "groups_plugins_play,bogus,all_inventory");
    assertEquals(Map.of("x", "all"), desk.variables("k", "inv/hosts"));
    assertTrue(desk.why("inv/hosts").contains("unknown variable precedence entry: bogus"));
  }

  @Test
  @Proves("AN-19")
  void filesOfVariablesFollowTheirRules() {
    desk.write("hosts", "[g]", "h", "k");
    desk.write("host_vars/h", "a: 1");
    desk.write("host_vars/h.yml", "b: hidden by the file without an ending");
    desk.write("host_vars/k/b.yml", "x: later", "list: [1]");
    desk.write("host_vars/k/a", "x: earlier", "y: 1");
    desk.write("host_vars/k/sub/c.json", "{\"z\": 1}");
    desk.write("host_vars/k/sub.d/c", "never: 1");
    desk.write("host_vars/k/.hidden", "never: 1");
    desk.write("host_vars/k/old~", "never: 1");
    desk.write("host_vars/k/x.txt", "never: 1");
    desk.write("group_vars/g.yml", "v: !vault cipher", "list: [2]");
    desk.write("group_vars/empty", "");
    assertEquals(
        Map.of("list", List.of(2L), "v", new VaultText("cipher"), "a", 1L),
        desk.variables("h", "hosts"));
    Map<Object, Object> k = desk.variables("k", "hosts");
    assertEquals("later", k.get("x"));
    assertEquals(List.of(1L), k.get("list"));
    assertEquals(1L, k.get("z"));
    assertTrue(!k.containsKey("never"), k.toString());
    desk.write("group_vars/g.yml", "- 1");
    assertEquals(4, desk.refused("hosts").exitCode());
    desk.write("group_vars/g.yml", "a: [");
    assertEquals(4, desk.refused("hosts").exitCode());
    desk.write("group_vars/g.yml", "$ANSIBLE_VAULT;1.1;AES256", "3132");
    assertTrue(desk.why("hosts").contains("no vault secrets found"), desk.why("hosts"));
  }

  @Test
  @Proves("AN-19")
  void encryptedFilesAreOpenedWithThePassword() {
    desk.write(
        "hosts.ini",
        "$ANSIBLE_VAULT;1.1;AES256",
        "30636134303062343435383663316435396265306562353936353466333365316361663062653162",
        "6630383432383130623836613838303534636136373932630a323038613139356462343132353665",
        "30383861366164313663653235616433343933353163366562346130316630636131616137303061",
        "3065663538623264650a623861336138346365336161373836313563343265643931363136353261",
        "3764");
    desk.write(
        "group_vars/g",
        "$ANSIBLE_VAULT;1.1;AES256",
        "64303737653663386365666663383737373966646638636161373834353339363038316231343630",
        "3864666135343138353731303036343539383231306461310a663838363661393834393936363565",
        "36313636383938323464306631643164303438383731383532613138343230643461636339623130",
        "3466303032346133390a663564376131623730366432633066333266333236333961626166316438",
        "6464");
    assertTrue(desk.why("hosts.ini").contains("no vault secrets found"), desk.why("hosts.ini"));
    desk.write("password", "wrong");
    desk.environment.put("ANSIBLE_VAULT_PASSWORD_FILE", "password");
    assertTrue(desk.why("hosts.ini").contains("Decryption failed"), desk.why("hosts.ini"));
    desk.write("password", "secret");
    assertEquals(Map.of("a", 1L, "b", 2L), desk.variables("h", "hosts.ini"));
  }

  @Test
  @Proves("AN-19")
  void laterSourcesWinAndFoldersInFoldersAreNotLookedAt() {
    desk.write("one/hosts", "h");
    desk.write("two/sub/hosts", "h");
    desk.write("one/group_vars/all", "x: one");
    desk.write("two/group_vars/all", "x: two");
    desk.write("two/sub/group_vars/all", "x: never");
    assertEquals(Map.of("x", "two"), desk.variables("h", "one/hosts", "two"));
    assertEquals(Map.of("x", "one"), desk.variables("h", "two", "one/hosts"));
    desk.write("three/hosts", "h");
    desk.write("three/group_vars", "x: 1");
    assertTrue(desk.why("three/hosts").contains("Found group_vars that is not a directory"));
  }

  @Test
  void namesThatLookLikePathsLeadNowhere() {
    desk.write("inv/hosts", "../../secret", "/etc/passwd", "inner/h");
    desk.write("secret", "leaked: 1");
    desk.write("inv/host_vars/x", "a: 1");
    desk.write("inv/host_vars/inner/h.yml", "b: 1");
    assertEquals(Map.of(), desk.variables("../../secret", "inv/hosts"));
    assertEquals(Map.of(), desk.variables("/etc/passwd", "inv/hosts"));
    assertEquals(Map.of("b", 1L), desk.variables("inner/h", "inv/hosts"));
  }
}
