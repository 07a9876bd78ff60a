package hotshoe.bench;

import hotshoe.inventory.InventoryChange;
import hotshoe.inventory.NamedInventories;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * A host with one large inventory, whose source changes by one value before each refresh.
 *
 * <p>Arguments: a folder to work in, the source, its form, how many refreshes to measure.
 */
public final class RefreshRun {

  private static final int WARMUP = 20;
  private static final String CHANGED = "asset_tag";

  private RefreshRun() {}

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]).resolve("hotshoe");
    Path given = Path.of(arguments[1]);
    Path folder = Files.createDirectories(home.resolve("etc/inventories"));
    Path source = folder.resolve(given.getFileName().toString());
    Files.writeString(
        folder.resolve("big.yml"), "sources: ['" + source.getFileName() + "']\nwatched: false\n");
    int status = 1;
    try (EmbeddedHost host = new EmbeddedHost(home)) {
      NamedInventories inventories =
          host.context().getService(host.context().getServiceReference(NamedInventories.class));
      String form = arguments[2].toLowerCase(Locale.ROOT);
      measure(inventories, new Source(given, source), form, Integer.parseInt(arguments[3]));
      status = 0;
    }
    System.out.flush();
    Runtime.getRuntime().halt(status);
  }

  private static void measure(NamedInventories inventories, Source source, String form, int count)
      throws Exception {
    double[] times = new double[count];
    double[] processor = new double[count];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    source.write(-1);
    long began = System.nanoTime();
    inventories.inventory("big");
    new Figure("hotshoe", form, "first_ms", (System.nanoTime() - began) / 1e6).print();
    for (int i = -WARMUP; i < count; i++) {
      source.write(WARMUP + i);
      long work = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      InventoryChange change = inventories.refresh("big");
      double millis = (System.nanoTime() - start) / 1e6;
      double used = (threads.getCurrentThreadCpuTime() - work) / 1e6;
      if (change.hosts().changed().size() != 1) {
        throw new IllegalStateException("not one host changed: " + change.hosts().changed().size());
      }
      if (i >= 0) {
        times[i] = millis;
        processor[i] = used;
      }
    }
    Arrays.sort(times);
    Arrays.sort(processor);
    new Figure("hotshoe", form, "p50_cpu_ms", processor[count / 2]).print();
    new Figure("hotshoe", form, "least_ms", times[0]).print();
    new Figure("hotshoe", form, "p50_ms", times[times.length / 2]).print();
    new Figure("hotshoe", form, "p99_ms", times[times.length * 99 / 100]).print();
  }

  /**
   * A source of which one value is another one each time.
   *
   * @param given what was generated
   * @param file what is read
   */
  private record Source(Path given, Path file) {
    void write(int round) throws Exception {
      String text = Files.readString(given);
      int at = text.indexOf(CHANGED) + CHANGED.length();
      int value = text.indexOf("AT-", at);
      Files.writeString(file, text.substring(0, value) + "R" + round + "-" + text.substring(value));
    }
  }
}
