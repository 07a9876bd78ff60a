package hotshoe.core.operation;

import hotshoe.caller.Caller;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What 100,000 operations cost whoever looks something up or adds to them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class LookupBenchmark {

  private final CatalogueBench full = filled();
  private final Caller caller = new Caller("bea", Set.of("vm-admin"), "java");
  private int next;

  private static CatalogueBench filled() {
    System.gc();
    long before = used();
    CatalogueBench house = new CatalogueBench();
    for (int provider = 0; provider < 1000; provider++) {
      house.add("e" + provider % 10, provider * 100, 100);
    }
    System.gc();
    System.out.println("heap of 100,000 operations: " + ((used() - before) >> 10) + " KiB");
    return house;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private int number() {
    next = (next + 7919) % 100_000;
    return next;
  }

  /** By whole name, the text made anew. */
  @Benchmark
  public Object whole() {
    int i = number();
    return full.shelves.catalogue().get("e" + i / 100 % 10 + ".operation-" + i);
  }

  /** By short name, the text made anew. */
  @Benchmark
  public Object shortName() {
    return full.shelves.catalogue().get("operation-" + number());
  }

  /** The list of all, for one who has looked before. */
  @Benchmark
  public Object list() {
    return full.shelves.catalogue().sorted().get().descriptions();
  }

  /** The list for one caller. */
  @Benchmark
  public List<Entry> listForCaller() {
    return full.directory.visible(caller);
  }

  /** 100,000 operations of 1,000 providers, from nothing. */
  @Benchmark
  public Object addAll() {
    CatalogueFill fill = new CatalogueFill();
    return fill.of(1000, 100);
  }

  /** A name that nobody has, and the nearest. */
  @Benchmark
  public Object miss() {
    return full.directory.unknown("e5.operation-x50", caller);
  }
}
