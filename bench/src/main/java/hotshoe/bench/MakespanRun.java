package hotshoe.bench;

import hotshoe.bench.graph.Ideal;
import hotshoe.bench.graph.RandomGraph;
import hotshoe.bench.sample.SampleBundle;
import hotshoe.extension.ExtensionName;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Many slices that each sleep in their start, brought up together by a running host. Each graph is
 * first started in a host that has started no slice before, and then again.
 *
 * <p>Arguments: a folder to work in, how far back dependencies reach, the seed.
 */
public final class MakespanRun {

  private static final int SLICES = 500;
  private static final int SLEEP_MILLIS = 10;
  private static final int REPEATS = 5;
  private static final SampleBundle OWNER = new SampleBundle(90_000);

  private final RandomGraph graph;
  private final String variant;
  private final double criticalMillis;

  private MakespanRun(int reach, long seed) {
    graph = RandomGraph.of(SLICES, reach, seed);
    variant = "reach " + reach + " seed " + seed;
    criticalMillis = graph.longestPath() * (double) SLEEP_MILLIS;
  }

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Path owner = OWNER.writeInto(home);
    try (EmbeddedHost host = new EmbeddedHost(home)) {
      Bundle bundle = host.context().installBundle(owner.toUri().toString());
      bundle.start();
      new MakespanRun(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]))
          .run(host.slices(), bundle.getBundleContext());
    }
    System.out.flush();
  }

  private void run(Slices slices, BundleContext owner) throws Exception {
    new Figure("critical path", variant, "ms", criticalMillis).print();
    new Figure("critical path", variant, "widest", graph.width()).print();
    for (int i = 0; i <= REPEATS; i++) {
      String when = i == 0 ? "first_" : "again_";
      report("futures", when, Ideal.run(graph, MakespanRun::sleep));
      report("hotshoe", when, start(slices, owner));
    }
    report("one by one", "again_", Ideal.oneByOne(graph, MakespanRun::sleep));
  }

  private void report(String system, String when, long nanos) {
    new Figure(system, variant, when + "ms", nanos / 1e6).print();
    new Figure(system, variant, when + "ratio", nanos / 1e6 / criticalMillis).print();
  }

  private long start(Slices slices, BundleContext owner) throws Exception {
    List<ServiceRegistration<Slice>> registrations = new ArrayList<>();
    Slices.Hold hold = slices.hold();
    for (int node = 0; node < graph.size(); node++) {
      registrations.add(owner.registerService(Slice.class, new Sleeper(), properties(node)));
    }
    long began = System.nanoTime();
    hold.close();
    long took = System.nanoTime() - began;
    refuseUnlessAllActive(ours(slices));
    registrations.forEach(ServiceRegistration::unregister);
    while (!ours(slices).isEmpty()) {
      Thread.sleep(20);
    }
    return took;
  }

  /** The host has a slice of its own. */
  private static List<SliceReport> ours(Slices slices) {
    ExtensionName extension = new ExtensionName(OWNER.name());
    return slices.list().stream().filter(it -> it.name().isIn(extension)).toList();
  }

  private static void refuseUnlessAllActive(List<SliceReport> reports) {
    long active = reports.stream().filter(it -> it.state() == SliceState.ACTIVE).count();
    if (active != SLICES) {
      throw new IllegalStateException("only " + active + " slices are active");
    }
  }

  private Dictionary<String, Object> properties(int node) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("hotshoe.slice.name", name(node));
    properties.put(
        "hotshoe.slice.dependsOn",
        graph.dependencies().get(node).stream().map(MakespanRun::name).toArray(String[]::new));
    return properties;
  }

  private static String name(int node) {
    return OWNER.name() + ".slice-" + node;
  }

  private static void sleep() {
    try {
      Thread.sleep(SLEEP_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a slice does here that starts: it waits for something outside. */
  private static final class Sleeper implements Slice {
    @Override
    public void start() {
      sleep();
    }
  }
}
