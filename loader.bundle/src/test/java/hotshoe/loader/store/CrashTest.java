package hotshoe.loader.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.ExtensionName;
import hotshoe.loader.archive.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plug is pulled at every single step of random changes: what is found afterwards is the state
 * before or the state after, with whole archives, and nothing else lies about.
 */
class CrashTest {

  private static final List<String> NAMES = List.of("hello", "world", "Other.one");

  @TempDir Path data;
  @TempDir Path elsewhere;

  /** One change to the store. */
  private interface Deed {
    void on(Store store) throws IOException;
  }

  @Test
  void aCrashAtAnyStepLeavesTheOldStateOrTheNew() throws IOException {
    Random random = new Random(42);
    int crashes = 0;
    for (int round = 0; round < 50; round++) {
      Deed deed = randomDeed(random);
      Map<String, String> before = state();
      int step = 0;
      while (!survives(deed, step)) {
        Map<String, String> after = state();
        boolean isNew = !after.equals(before);
        assertTrue(!isNew || after.equals(simulated(before, deed)), after + " of " + before);
        crashes++;
        step++;
        before = after;
      }
    }
    assertTrue(crashes > 200, crashes + " crashes");
  }

  private boolean survives(Deed deed, int steps) throws IOException {
    new Store(data).recover();
    FailingDisk disk = new FailingDisk(steps + RECOVERY);
    Store store = new Store(data, disk);
    store.recover();
    try {
      deed.on(store);
    } catch (IOException pulled) {
      assertTrue(pulled.getMessage().startsWith("the plug"), pulled.getMessage());
    }
    return disk.survived();
  }

  /** The steps that recovering a clean store takes: two folders are made. */
  private static final int RECOVERY = 2;

  private Deed randomDeed(Random random) {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    String version = "1." + random.nextInt(4) + ".0";
    int kind = random.nextInt(10);
    if (kind < 6) {
      return store -> Installed.put(store, elsewhere, name, version);
    }
    if (kind < 9) {
      return store -> store.remove(List.of(new ExtensionName(name)));
    }
    return store -> toggle(store, name);
  }

  private static void toggle(Store store, String name) throws IOException {
    List<ExtensionRecord> changed = new ArrayList<>();
    store
        .committed(new ExtensionName(name))
        .map(record -> record.enabled() ? record.unwanted("somebody disabled it") : record.wanted())
        .ifPresent(changed::add);
    store.commit(changed);
  }

  /** What the change makes of a state, in a store of its own. */
  private Map<String, String> simulated(Map<String, String> before, Deed deed) throws IOException {
    Path copy = Files.createTempDirectory(elsewhere, "copy");
    Store store = new Store(copy);
    store.recover();
    for (Map.Entry<String, String> entry : before.entrySet()) {
      String[] words = entry.getValue().split(" ");
      Installed.put(store, elsewhere, entry.getKey(), words[0]);
      if (words[1].equals("false")) {
        toggle(store, entry.getKey());
      }
    }
    deed.on(store);
    return state(new Store(copy));
  }

  private Map<String, String> state() throws IOException {
    return state(new Store(data));
  }

  private static Map<String, String> state(Store store) throws IOException {
    Recovery recovery = store.recover();
    assertEquals(List.of(), recovery.problems());
    Map<String, String> state = new TreeMap<>();
    for (ExtensionRecord extension : recovery.extensions()) {
      assertEquals(
          extension.toString(), Files.readString(store.archive(extension.digest())), "archive");
      state.put(extension.name().value(), extension.version() + " " + extension.enabled());
    }
    assertNothingLiesAbout(store, recovery);
    return state;
  }

  private static void assertNothingLiesAbout(Store store, Recovery recovery) throws IOException {
    List<Path> expected = new ArrayList<>();
    recovery.extensions().stream()
        .flatMap(ExtensionRecord::archives)
        .map(store::archive)
        .distinct()
        .sorted()
        .forEach(expected::add);
    Path any = store.archive(new Digest("0".repeat(64)));
    try (Stream<Path> files = Files.list(any.getParent())) {
      assertEquals(expected, files.sorted().toList());
    }
  }
}
