package hotshoe.shell.text;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import hotshoe.slice.SliceName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Slices that hang together, apart from all others.
 *
 * @param edges each with the slices that a line leads from, in start order
 */
record Island(Map<SliceName, Set<SliceName>> edges) {

  /** All islands of a graph, in the order of their first slices. */
  static List<Island> of(Map<SliceName, Set<SliceName>> edges) {
    Map<SliceName, Set<SliceName>> neighbours = neighbours(edges);
    Set<SliceName> reached = new HashSet<>();
    List<Island> islands = new ArrayList<>();
    for (SliceName name : edges.keySet()) {
      if (!reached.contains(name)) {
        Set<SliceName> members = reach(name, neighbours);
        reached.addAll(members);
        islands.add(new Island(within(members, edges)));
      }
    }
    return islands;
  }

  private static Map<SliceName, Set<SliceName>> neighbours(Map<SliceName, Set<SliceName>> edges) {
    Map<SliceName, Set<SliceName>> neighbours = new HashMap<>();
    edges.forEach(
        (name, befores) -> {
          neighbours.computeIfAbsent(name, n -> new TreeSet<>()).addAll(befores);
          befores.forEach(b -> neighbours.computeIfAbsent(b, n -> new TreeSet<>()).add(name));
        });
    return neighbours;
  }

  private static Set<SliceName> reach(SliceName from, Map<SliceName, Set<SliceName>> neighbours) {
    Set<SliceName> reached = new HashSet<>();
    Deque<SliceName> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      SliceName name = open.pop();
      if (reached.add(name)) {
        open.addAll(neighbours.get(name));
      }
    }
    return reached;
  }

  private static Map<SliceName, Set<SliceName>> within(
      Set<SliceName> members, Map<SliceName, Set<SliceName>> edges) {
    Map<SliceName, Set<SliceName>> within = new LinkedHashMap<>(edges);
    within.keySet().retainAll(members);
    return within;
  }

  boolean isSingle() {
    return edges.size() == 1;
  }

  /** The extension that brings most of the slices. */
  String mainExtension() {
    return mainExtension(edges.keySet());
  }

  private static String mainExtension(Collection<SliceName> names) {
    Map<String, Long> counts =
        names.stream().collect(groupingBy(Island::extension, TreeMap::new, counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static String extension(SliceName name) {
    return name.value().substring(0, name.value().lastIndexOf('.'));
  }

  /** A name without the main extension's; others stay whole. */
  String shortened(SliceName name) {
    String main = mainExtension();
    return extension(name).equals(main) ? name.value().substring(main.length() + 1) : name.value();
  }
}
