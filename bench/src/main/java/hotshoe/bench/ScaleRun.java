package hotshoe.bench;

import com.sun.management.OperatingSystemMXBean;
import hotshoe.bench.peer.BareFelix;
import hotshoe.bench.sample.SampleBundle;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A system with many one-component bundles, from the first line of the program to the last
 * component's activation.
 *
 * <p>Arguments: the folder of the workspace, the system, {@code cold} or {@code warm}, how many
 * bundles, the system's home folder.
 */
public final class ScaleRun {

  private static final int LIMIT_SECONDS = 300;

  private final long began = System.nanoTime();
  private final Hub hub = Hub.install();
  private final Workplace workplace;
  private final String state;
  private final int count;
  private final Path home;

  private ScaleRun(String[] arguments) {
    workplace = new Workplace(Path.of(arguments[0]));
    state = arguments[2];
    count = Integer.parseInt(arguments[3]);
    home = Path.of(arguments[4]);
  }

  public static void main(String[] arguments) throws Exception {
    ScaleRun run = new ScaleRun(arguments);
    if (arguments[1].equals("hotshoe")) {
      run.hotshoe();
    } else {
      run.bare();
    }
    System.out.flush();
  }

  private void bare() throws Exception {
    List<Path> samples = SampleBundle.writeAll(workplace.samples().resolve("many"), 1, count);
    try (BareFelix felix = new BareFelix(home.resolve("cache"), Map.of())) {
      if (state.equals("cold")) {
        felix.install(workplace.peer("services"));
        felix.install(samples);
      }
      report("bare felix");
    }
  }

  /** Its deploy folder was filled before. */
  private void hotshoe() throws Exception {
    try (EmbeddedHost host = new EmbeddedHost(home)) {
      report("hotshoe");
    }
  }

  /** Waits until all are up, then tells how long it took and what it keeps. */
  private void report(String system) throws Exception {
    long last = count == 0 ? System.nanoTime() : hub.awaitCount(count, LIMIT_SECONDS);
    double millis = (last - began) / 1e6;
    double cpu = cpuMillis();
    String variant = count + " " + state;
    new Figure(system, variant, "total_ms", millis).print();
    new Figure(system, variant, "cpu_ms", cpu).print();
    new Figure(system, variant, "heap_mib", heapMebibytes()).print();
    if (count > 0) {
      new Figure(system, variant, "per_bundle_ms", millis / count).print();
    }
  }

  private static double cpuMillis() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e6;
  }

  /** What is left after collecting. */
  private static double heapMebibytes() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }
}
