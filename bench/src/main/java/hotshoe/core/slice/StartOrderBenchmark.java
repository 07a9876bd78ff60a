package hotshoe.core.slice;

import hotshoe.bench.graph.RandomGraph;
import hotshoe.slice.SliceDescription;
import hotshoe.slice.SliceGraph;
import hotshoe.slice.SliceName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long the start order of many slices takes to work out. It lies in the package of what it
 * measures, which nobody else may see.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StartOrderBenchmark {

  /** How many slices. */
  @Param({"20", "1000", "5000"})
  public int slices;

  /** How they hang together: each on its predecessor, or each on up to three earlier ones. */
  @Param({"chain", "random"})
  public String shape;

  private List<SliceDescription> descriptions;

  /** Makes the descriptions. */
  @Setup
  public void describe() {
    RandomGraph random = RandomGraph.of(slices, slices, 20261121);
    descriptions =
        IntStream.range(0, slices)
            .mapToObj(
                node ->
                    shape.equals("chain")
                        ? slice(node, node == 0 ? List.of() : List.of(node - 1))
                        : slice(node, random.dependencies().get(node)))
            .toList();
  }

  private static SliceDescription slice(int node, Iterable<Integer> dependencies) {
    SortedSet<SliceName> names = new TreeSet<>();
    dependencies.forEach(dependency -> names.add(name(dependency)));
    return new SliceDescription(name(node), names, Collections.emptySortedSet(), Optional.empty());
  }

  private static SliceName name(int node) {
    return new SliceName("bench.slice-" + node);
  }

  /** What is measured. */
  @Benchmark
  public SliceGraph order() {
    return StartOrder.of(descriptions);
  }
}
