package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginCache;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.PluginOption;
import hotshoe.inventory.format.AutoPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

  @TempDir Path folder;
  private Desk desk;
  private int asked;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
    desk.reader = new InventoryReader(List.of(new AutoPlugin(), new Remote()));
    desk.write("c.yml", "plugin: mycache");
    desk.environment.put("ANSIBLE_INVENTORY_CACHE", "true");
    desk.environment.put("ANSIBLE_CACHE_PLUGIN", "ansible.builtin.jsonfile");
    desk.environment.put("ANSIBLE_CACHE_PLUGIN_CONNECTION", folder.resolve("first").toString());
    desk.environment.put("ANSIBLE_INVENTORY_CACHE_CONNECTION", folder.resolve("kept").toString());
  }

  /** Asks something far away, which answers with the number of the question. */
  private final class Remote implements InventoryPlugin {
    @Override
    public String name() {
      return "mycache";
    }

    @Override
    public List<PluginOption> options() {
      return PluginCache.OPTIONS;
    }

    @Override
    public boolean verify(InventorySource source, PluginContext context) {
      return source.isReadableFile();
    }

    @Override
    public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context)
        throws IOException {
      context.configure(source);
      Object answer = context.cache().get().orElseGet(this::ask);
      context.cache().put(answer);
      inventory.addHost("h" + ((Map<?, ?>) answer).get("answer"), "all");
    }

    private Object ask() {
      asked++;
      return Map.of("answer", (long) asked);
    }
  }

  private String host() {
    return desk.inventory("c.yml").hosts().toString();
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      return files.toList().get(0);
    }
  }

  @Test
  @Proves({"AN-48", "AN-50"})
  void anAnswerIsKeptUnderItsNameAsLongAsItIsFresh() throws IOException {
    assertEquals("[h1]", host());
    assertEquals("[h1]", host());
    assertTrue(
        file().getFileName().toString().matches("ansible_inventory_mycache_457c8s_[0-9a-f]{5}"));
    assertEquals("{\n    \"answer\": 1\n}", Files.readString(file()));
    Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minusSeconds(3_700)));
    assertEquals("[h2]", host());
    Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minusSeconds(3_700)));
    desk.write("c.yml", "plugin: mycache", "cache_timeout: 0");
    assertEquals("[h2]", host());
    desk.reader.read(desk.request("c.yml").refreshed());
    assertEquals(3, asked);
    assertEquals("[h3]", host());
    desk.write("c.yml", "plugin: mycache", "cache: false");
    assertEquals("[h4]", host());
    desk.write("c.yml", "plugin: mycache", "cache_plugin: memory");
    assertEquals("[h5]", host());
    desk.write("c.yml", "plugin: mycache", "cache_prefix: other_");
    assertEquals("[h6]", host());
    assertFalse(Files.exists(folder.resolve("first")));
  }

  @Test
  @Proves("AN-49")
  void aCacheFileIsPrivateWholeAndRemovedWhenBroken() throws IOException {
    assertEquals("[h1]", host());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    Files.writeString(file(), "{\"answer\": ");
    assertTrue(desk.why("c.yml").contains("HS-INVENTORY-110"), desk.why("c.yml"));
    assertEquals("[h2]", host());
    Files.writeString(file(), "{");
    String why = desk.why("c.yml");
    assertTrue(why.contains("a cache file cannot be read and was removed"), why);
    desk.environment.remove("ANSIBLE_INVENTORY_CACHE_CONNECTION");
    desk.environment.remove("ANSIBLE_CACHE_PLUGIN_CONNECTION");
    why = desk.why("c.yml");
    assertTrue(why.contains("No setting was provided for required configuration"), why);
    desk.write("c.yml", "plugin: mycache", "cache_plugin: redis");
    why = desk.why("c.yml");
    assertTrue(why.contains("Unable to load the cache plugin 'redis'"), why);
  }
}
