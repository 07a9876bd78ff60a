package hotshoe.core.slice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Finds every name that lies on a cycle, once a search has met one (row INM-17). The cycles that
 * the search met are kept as they are; for each name that none of them holds, a shortest one
 * through it is added. There may be a great many cycles in a graph, so only as many are listed as
 * it takes to show every member.
 */
final class Cycles {

  /** So many are looked for one by one; what is left after that is listed together. */
  private static final int SOUGHT = 64;

  private final int[][] edges;
  private final List<Integer> finished;
  private final int[] knots;

  /**
   * @param edges for each node the nodes it depends on
   * @param finished all nodes in the order in which a depth-first search has left them
   */
  Cycles(int[][] edges, List<Integer> finished) {
    this.edges = edges;
    this.finished = finished;
    this.knots = new int[edges.length];
  }

  /** The cycles met, followed by as many others as it takes to hold every member of any. */
  List<List<Integer>> all(List<List<Integer>> met) {
    int[] sizes = tieKnots();
    boolean[] shown = new boolean[edges.length];
    List<List<Integer>> cycles = new ArrayList<>(met);
    met.forEach(cycle -> cycle.forEach(node -> shown[node] = true));
    List<Integer> rest = new ArrayList<>();
    for (int node : finished) {
      if (!shown[node] && sizes[knots[node]] > 1) {
        if (cycles.size() < SOUGHT) {
          cycles.add(shortestThrough(node, shown));
        } else {
          rest.add(node);
        }
      }
    }
    if (!rest.isEmpty()) {
      cycles.add(rest);
    }
    return cycles;
  }

  /**
   * Two nodes are in one knot when each can be reached from the other. Follows the edges backwards,
   * from the nodes that were left last.
   *
   * @return the size of each knot
   */
  private int[] tieKnots() {
    int[][] reversed = reversed();
    int[] sizes = new int[edges.length];
    Arrays.fill(knots, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = finished.size() - 1, knot = 0; i >= 0; i--, knot++) {
      join(finished.get(i), knot, open);
      while (!open.isEmpty()) {
        sizes[knot]++;
        for (int next : reversed[open.pop()]) {
          join(next, knot, open);
        }
      }
    }
    return sizes;
  }

  private void join(int node, int knot, Deque<Integer> open) {
    if (knots[node] < 0) {
      knots[node] = knot;
      open.push(node);
    }
  }

  private int[][] reversed() {
    int[] degrees = new int[edges.length];
    for (int[] targets : edges) {
      for (int target : targets) {
        degrees[target]++;
      }
    }
    int[][] reversed = new int[edges.length][];
    Arrays.setAll(reversed, node -> new int[degrees[node]]);
    for (int node = 0; node < edges.length; node++) {
      for (int target : edges[node]) {
        reversed[target][--degrees[target]] = node;
      }
    }
    return reversed;
  }

  /** Breadth first within the knot, from the node back to itself. */
  private List<Integer> shortestThrough(int node, boolean[] shown) {
    int[] from = new int[edges.length];
    Arrays.fill(from, -1);
    Deque<Integer> open = new ArrayDeque<>(List.of(node));
    while (from[node] < 0) {
      int here = open.remove();
      for (int next : edges[here]) {
        if (knots[next] == knots[node] && from[next] < 0) {
          from[next] = here;
          open.add(next);
        }
      }
    }
    List<Integer> cycle = new ArrayList<>(List.of(node));
    for (int step = from[node]; step != node; step = from[step]) {
      cycle.add(step);
    }
    Collections.reverse(cycle);
    cycle.forEach(member -> shown[member] = true);
    return cycle;
  }
}
