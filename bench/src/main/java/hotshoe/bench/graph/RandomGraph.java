package hotshoe.bench.graph;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A graph without cycles, the same for the same seed: node {@code i} depends on nodes below it.
 *
 * @param dependencies for each node, those that come before it
 */
public record RandomGraph(List<Set<Integer>> dependencies) {

  public RandomGraph {
    dependencies = dependencies.stream().map(Set::copyOf).toList();
  }

  /**
   * A graph in which every node depends on up to three of the nodes before it.
   *
   * @param reach how far back a dependency may lie; the less, the longer the longest path
   */
  public static RandomGraph of(int nodes, int reach, long seed) {
    Random random = new Random(seed);
    return new RandomGraph(
        IntStream.range(0, nodes).mapToObj(node -> dependencies(node, reach, random)).toList());
  }

  private static Set<Integer> dependencies(int node, int reach, Random random) {
    if (node == 0) {
      return Collections.emptySet();
    }
    Set<Integer> dependencies = new HashSet<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      dependencies.add(node - 1 - random.nextInt(Math.min(node, reach)));
    }
    return dependencies;
  }

  /** How many nodes there are. */
  public int size() {
    return dependencies.size();
  }

  /** How many nodes the longest path holds: the critical path, in steps. */
  public int longestPath() {
    int[] depth = new int[size()];
    for (int node = 0; node < size(); node++) {
      for (int dependency : dependencies.get(node)) {
        depth[node] = Math.max(depth[node], depth[dependency]);
      }
      depth[node]++;
    }
    return IntStream.of(depth).max().orElse(0);
  }

  /** How many nodes the fullest step of the critical path holds, when all start as early as can. */
  public int width() {
    int[] depth = new int[size()];
    int[] count = new int[size() + 1];
    for (int node = 0; node < size(); node++) {
      for (int dependency : dependencies.get(node)) {
        depth[node] = Math.max(depth[node], depth[dependency]);
      }
      count[++depth[node]]++;
    }
    return IntStream.of(count).max().orElse(0);
  }
}
