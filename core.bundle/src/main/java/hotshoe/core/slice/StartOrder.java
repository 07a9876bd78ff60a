package hotshoe.core.slice;

import hotshoe.slice.SliceDescription;
import hotshoe.slice.SliceGraph;
import hotshoe.slice.SliceName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Puts slices into the published start order (rows INM-14 to INM-18). A pure function of what the
 * slices say of themselves; the order in which they arrived does not matter.
 *
 * <p>Every name that occurs is visited in code-point order, depth first: its dependencies, again in
 * code-point order, and then the name itself. Names that no slice carries take part, so they
 * transmit order, and are dropped at the end. The search keeps its path on the heap, so a chain may
 * be of any length.
 */
final class StartOrder {

  private static final SortedSet<SliceName> NONE = Collections.emptySortedSet();

  private final SliceName[] names;
  private final int[][] dependencies;
  private final Mark[] marks;
  private final List<Integer> finished = new ArrayList<>();
  private final List<List<Integer>> cycles = new ArrayList<>();

  /** Where the search stands with a name. */
  private enum Mark {
    UNSEEN,
    ON_PATH,
    DONE
  }

  private StartOrder(Map<SliceName, SortedSet<SliceName>> edges) {
    names = edges.keySet().toArray(SliceName[]::new);
    Arrays.sort(names);
    Map<SliceName, Integer> numbers = new HashMap<>(names.length * 2);
    for (SliceName name : names) {
      numbers.put(name, numbers.size());
    }
    dependencies = new int[names.length][];
    for (int i = 0; i < names.length; i++) {
      dependencies[i] = numbered(edges.get(names[i]), numbers);
    }
    marks = new Mark[names.length];
    Arrays.fill(marks, Mark.UNSEEN);
  }

  private static int[] numbered(SortedSet<SliceName> targets, Map<SliceName, Integer> numbers) {
    int[] numbered = new int[targets.size()];
    int next = 0;
    for (SliceName target : targets) {
      numbered[next++] = numbers.get(target);
    }
    return numbered;
  }

  /** The graph of these slices; their names must differ. */
  static SliceGraph of(Collection<SliceDescription> slices) {
    Map<SliceName, SortedSet<SliceName>> edges = edges(slices);
    StartOrder search = new StartOrder(edges);
    search.visitAll();
    List<List<Integer>> cycles =
        search.cycles.isEmpty()
            ? List.of()
            : new Cycles(search.dependencies, search.finished).all(search.cycles);
    return search.graph(slices, edges, cycles);
  }

  /** What comes before each name; a slice's own set is taken as it is when nobody adds to it. */
  private static Map<SliceName, SortedSet<SliceName>> edges(Collection<SliceDescription> slices) {
    Map<SliceName, SortedSet<SliceName>> edges = new HashMap<>(slices.size() * 2);
    for (SliceDescription slice : slices) {
      edges.put(slice.name(), slice.dependsOn());
    }
    Map<SliceName, SortedSet<SliceName>> grown = new HashMap<>();
    for (SliceDescription slice : slices) {
      for (SliceName dependency : slice.dependsOn()) {
        edges.putIfAbsent(dependency, NONE);
      }
      for (SliceName dependent : slice.dependedOnBy()) {
        grown
            .computeIfAbsent(dependent, it -> new TreeSet<>(edges.getOrDefault(it, NONE)))
            .add(slice.name());
      }
    }
    edges.putAll(grown);
    return edges;
  }

  private void visitAll() {
    Path path = new Path(names.length);
    for (int root = 0; root < names.length; root++) {
      if (marks[root] == Mark.UNSEEN) {
        path.push(root);
        while (!path.isEmpty()) {
          step(path);
        }
      }
    }
  }

  private void step(Path path) {
    int name = path.top();
    marks[name] = Mark.ON_PATH;
    int edge = path.nextEdge();
    if (edge == dependencies[name].length) {
      marks[name] = Mark.DONE;
      finished.add(name);
      path.pop();
      return;
    }
    int dependency = dependencies[name][edge];
    if (marks[dependency] == Mark.UNSEEN) {
      path.push(dependency);
    } else if (marks[dependency] == Mark.ON_PATH) {
      noteCycle(path, dependency);
    }
  }

  /** Keeps the first cycle that the search meets at a place; {@link Cycles} finds the rest. */
  private void noteCycle(Path path, int entry) {
    if (!path.isKnown(entry)) {
      cycles.add(path.cycleFrom(entry));
    }
  }

  private SliceGraph graph(
      Collection<SliceDescription> slices,
      Map<SliceName, SortedSet<SliceName>> edges,
      List<List<Integer>> cycles) {
    Set<SliceName> present = new HashSet<>(slices.size() * 2);
    for (SliceDescription slice : slices) {
      present.add(slice.name());
    }
    SortedSet<SliceName> missing = new TreeSet<>();
    for (SliceName name : names) {
      if (!present.contains(name)) {
        missing.add(name);
      }
    }
    Set<SliceName> left = new HashSet<>(missing);
    List<List<SliceName>> named = new ArrayList<>();
    for (List<Integer> cycle : cycles) {
      named.add(named(cycle, Set.of()));
      left.addAll(named.get(named.size() - 1));
    }
    return new SliceGraph(named(finished, left), edges, missing, named);
  }

  private List<SliceName> named(List<Integer> numbers, Set<SliceName> without) {
    List<SliceName> named = new ArrayList<>(numbers.size());
    for (int number : numbers) {
      if (!without.contains(names[number])) {
        named.add(names[number]);
      }
    }
    return named;
  }

  /** The way from where the search began to where it is. */
  private static final class Path {

    private final int[] nodes;
    private final int[] edges;
    private final int[] positions;
    private final boolean[] known;
    private int length;

    Path(int size) {
      nodes = new int[size];
      edges = new int[size];
      positions = new int[size];
      known = new boolean[size];
    }

    boolean isEmpty() {
      return length == 0;
    }

    void push(int node) {
      positions[node] = length;
      nodes[length] = node;
      edges[length++] = 0;
    }

    int top() {
      return nodes[length - 1];
    }

    int nextEdge() {
      return edges[length - 1]++;
    }

    void pop() {
      length--;
    }

    /** Whether a cycle was found that shares a name with the one that closes here. */
    boolean isKnown(int entry) {
      for (int i = positions[entry]; i < length; i++) {
        if (known[nodes[i]]) {
          return true;
        }
      }
      return false;
    }

    /** The names after the entry, and then the entry, as published. */
    List<Integer> cycleFrom(int entry) {
      List<Integer> cycle = new ArrayList<>();
      for (int i = positions[entry]; i < length; i++) {
        known[nodes[i]] = true;
        if (i > positions[entry]) {
          cycle.add(nodes[i]);
        }
      }
      cycle.add(entry);
      return cycle;
    }
  }
}
