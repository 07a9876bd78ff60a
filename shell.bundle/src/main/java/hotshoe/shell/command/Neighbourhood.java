package hotshoe.shell.command;

import hotshoe.slice.SliceGraph;
import hotshoe.slice.SliceName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The part of a graph that has to do with one slice. */
final class Neighbourhood {

  private Neighbourhood() {}

  /** The slice, all that it depends on, and all that depends on it. */
  static SliceGraph of(SliceName centre, SliceGraph graph) {
    Map<SliceName, SortedSet<SliceName>> all = graph.dependencies();
    Set<SliceName> kept = reach(centre, name -> all.getOrDefault(name, new TreeSet<>()));
    kept.addAll(reach(centre, name -> dependents(name, all)));
    return new SliceGraph(
        graph.order().stream().filter(kept::contains).toList(),
        kept.stream().collect(Collectors.toMap(name -> name, name -> within(kept, all.get(name)))),
        new TreeSet<>(graph.missing().stream().filter(kept::contains).toList()),
        graph.cycles().stream().filter(cycle -> kept.containsAll(cycle)).toList());
  }

  private static SortedSet<SliceName> dependents(
      SliceName name, Map<SliceName, SortedSet<SliceName>> all) {
    return all.entrySet().stream()
        .filter(entry -> entry.getValue().contains(name))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<SliceName> within(Set<SliceName> kept, Collection<SliceName> names) {
    SortedSet<SliceName> within = new TreeSet<>();
    if (names != null) {
      names.stream().filter(kept::contains).forEach(within::add);
    }
    return within;
  }

  private static Set<SliceName> reach(
      SliceName from, Function<SliceName, SortedSet<SliceName>> next) {
    Set<SliceName> reached = new TreeSet<>();
    Deque<SliceName> open = new ArrayDeque<>(Set.of(from));
    while (!open.isEmpty()) {
      SliceName name = open.pop();
      if (reached.add(name)) {
        open.addAll(next.apply(name));
      }
    }
    return reached;
  }
}
