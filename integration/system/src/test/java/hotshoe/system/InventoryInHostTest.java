package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.system.script.RackPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code hotshoe inventory --in-host}: answers that only a running host has. */
@ExtendWith(Homes.class)
class InventoryInHostTest {

  @Test
  @Proves("AN-45")
  void aPluginOfAnExtensionAnswersThroughTheRunningHost(Home home) throws IOException {
    InventoryDesk desk = new InventoryDesk(home.folder());
    desk.environment.put("ANSIBLE_INVENTORY_ENABLED", "racks,ini");
    desk.write("hosts", "[web]", "h\u00e4ns a=\u20ac");
    home.environment("LC_ALL", "C");
    HotshoeProcess host = home.start("-o", "gateway.port=0");
    drop(home);
    host.awaitLine("racks.* ACTIVE|racks .*active|installed racks|racks 1\\.0\\.0");

    Ran inHost = ask(desk, "--in-host", "-i", "rack:r,2", "-i", "hosts", "--list");
    assertEquals(0, inHost.code(), inHost::messages);
    assertTrue(inHost.output().contains("\"unit\": 2"), inHost::output);
    assertTrue(inHost.output().contains("\u20ac"), "the host's own locale must not matter");

    Ran alone = ask(desk, "-i", "rack:r,2", "-i", "hosts", "--list");
    assertTrue(!alone.output().contains("\"unit\"") && alone.messages().contains("racks"));

    assertEquals(5, ask(desk, "--in-host", "-i", "hosts", "--host", "nobody").code());
    assertEquals(
        ask(desk, "-i", "hosts", "--list").output(),
        ask(desk, "--in-host", "-i", "hosts", "--list").output());
    assertEquals(0, host.stop());
  }

  @Test
  void anInventoryThatTheHostKeepsIsAnsweredByItsName(Home home) throws IOException {
    InventoryDesk desk = new InventoryDesk(home.folder());
    desk.write("etc/inventories/web.yml", "sources: [hosts]");
    desk.write("etc/inventories/hosts", "[web]", "w1 a=1");
    Files.createSymbolicLink(
        home.folder().resolve("kept"), Path.of(InventoryDesk.program("hotshoe-inventory")));
    desk.write("kept.cfg", "@web");
    desk.environment.put("HOTSHOE_HOME", home.folder().toString());
    HotshoeProcess host = home.start("-o", "gateway.port=0");

    String graph = "@all:\n  |--@ungrouped:\n  |--@web:\n  |  |--w1\n";
    assertEquals(new Ran(0, graph, ""), desk.hotshoe("-i", "@web", "--graph"));
    assertEquals(graph, desk.ansible("-i", "kept", "--graph").output());
    Ran unknown = desk.hotshoe("-i", "@wb", "--list");
    assertEquals(1, unknown.code());
    assertTrue(unknown.messages().contains("did you mean 'web'?"), unknown::messages);
    assertEquals(5, desk.hotshoe("-i", "@web", "-i", "a,b", "--list").code());
    assertEquals(0, host.stop());
  }

  @Test
  void withoutAHostItSaysSo(Home home) {
    Ran ran = ask(new InventoryDesk(home.folder()), "--in-host", "--list");
    assertEquals(1, ran.code());
    assertTrue(ran.messages().startsWith("ERROR! HS-SHELL-020"), ran::messages);
  }

  private static Ran ask(InventoryDesk desk, String... words) {
    return desk.run(
        Stream.concat(
                Stream.of(
                    InventoryDesk.program("hotshoe"),
                    "--home",
                    desk.folder.toString(),
                    "inventory"),
                Stream.of(words))
            .toArray(String[]::new));
  }

  private static void drop(Home home) throws IOException {
    String type = RackPlugin.class.getName();
    String path = type.replace('.', '/') + ".class";
    String xml =
        """
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="racks">
        <service><provide interface="hotshoe.inventory.InventoryPlugin"/></service>
        <implementation class="%s"/>
        </scr:component>
        """;
    try (InputStream code = RackPlugin.class.getResourceAsStream("/" + path)) {
      home.move(
          ExtensionJar.named("racks")
              .needs("hotshoe.inventory", "[1.0,2)")
              .header("Service-Component", "OSGI-INF/racks.xml")
              .header(
                  "Require-Capability", "osgi.extender;filter:=\"(osgi.extender=osgi.component)\"")
              .entry(
                  "OSGI-INF/racks.xml",
                  xml.formatted(type).getBytes(java.nio.charset.StandardCharsets.UTF_8))
              .entry(path, code.readAllBytes())
              .bytes(),
          "racks.jar");
    }
    assertEquals(1, List.of(home.deploy().toFile().list()).size());
  }
}
