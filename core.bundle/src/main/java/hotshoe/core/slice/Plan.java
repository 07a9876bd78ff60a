package hotshoe.core.slice;

import hotshoe.slice.SliceDescription;
import hotshoe.slice.SliceGraph;
import hotshoe.slice.SliceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The graph of the slices that hold their names, with the slices themselves at its nodes.
 * Immutable.
 */
final class Plan {

  static final Plan EMPTY = new Plan(List.of());

  private final SliceGraph graph;
  private final Map<SliceName, Arrival> arrivals = new HashMap<>();
  private final Map<SliceName, Links> links = new HashMap<>();
  private final List<Arrival> order = new ArrayList<>();

  /** A name that no slice carries; it passes order on from those before it to those after it. */
  static final class Gate {
    private final List<Arrival> before = new ArrayList<>();
    private final List<Arrival> after = new ArrayList<>();

    /** Those who say that they come before the missing slice. */
    List<Arrival> before() {
      return before;
    }

    /** Those who say that they come after the missing slice. */
    List<Arrival> after() {
      return after;
    }
  }

  /** What one slice is tied to. */
  static final class Links {
    /** Of who is in no plan. */
    static final Links NONE = new Links();

    private final List<Arrival> needs = new ArrayList<>();
    private final List<Arrival> neededBy = new ArrayList<>();
    private final List<Gate> gatesBefore = new ArrayList<>();
    private final List<Gate> gatesAfter = new ArrayList<>();
    private int height;

    /** Those it depends on, whoever said so. */
    List<Arrival> needs() {
      return needs;
    }

    /** Those that depend on it. */
    List<Arrival> neededBy() {
      return neededBy;
    }

    /** Missing slices that it comes after. */
    List<Gate> gatesBefore() {
      return gatesBefore;
    }

    /** Missing slices that it comes before. */
    List<Gate> gatesAfter() {
      return gatesAfter;
    }

    /** How many slices wait for it in the longest chain. */
    int height() {
      return height;
    }
  }

  private Plan(Collection<Arrival> holders) {
    List<SliceDescription> descriptions = new ArrayList<>(holders.size());
    for (Arrival arrival : holders) {
      arrivals.put(arrival.name(), arrival);
      links.put(arrival.name(), new Links());
      descriptions.add(arrival.offer().description());
    }
    graph = StartOrder.of(descriptions);
    Map<SliceName, Gate> gates = new HashMap<>();
    for (SliceName name : graph.missing()) {
      gates.put(name, new Gate());
    }
    for (Map.Entry<SliceName, SortedSet<SliceName>> edges : graph.dependencies().entrySet()) {
      tie(edges.getKey(), edges.getValue(), gates);
    }
    for (SliceName name : graph.order()) {
      order.add(arrivals.get(name));
    }
    measure();
  }

  /** The plan for slices whose names differ. */
  static Plan of(Collection<Arrival> holders) {
    return holders.isEmpty() ? EMPTY : new Plan(holders);
  }

  private void tie(SliceName name, SortedSet<SliceName> before, Map<SliceName, Gate> gates) {
    Optional<Arrival> later = find(name);
    for (SliceName earlier : before) {
      Optional<Arrival> first = find(earlier);
      if (later.isPresent() && first.isPresent()) {
        links.get(name).needs.add(first.get());
        links.get(earlier).neededBy.add(later.get());
      } else if (later.isPresent()) {
        links.get(name).gatesBefore.add(gates.get(earlier));
        gates.get(earlier).after.add(later.get());
      } else if (first.isPresent()) {
        links.get(earlier).gatesAfter.add(gates.get(name));
        gates.get(name).before.add(first.get());
      }
    }
  }

  private void measure() {
    for (int i = order.size() - 1; i >= 0; i--) {
      Links own = links.get(order.get(i).name());
      int above = highest(own.neededBy);
      for (Gate gate : own.gatesAfter) {
        above = Math.max(above, highest(gate.after));
      }
      own.height = above + 1;
    }
  }

  private int highest(List<Arrival> later) {
    int highest = 0;
    for (Arrival arrival : later) {
      highest = Math.max(highest, links(arrival).height);
    }
    return highest;
  }

  SliceGraph graph() {
    return graph;
  }

  Optional<Arrival> find(SliceName name) {
    return Optional.ofNullable(arrivals.get(name));
  }

  /** All slices that can be started, in start order. */
  List<Arrival> inOrder() {
    return order;
  }

  /** All slices, also those in cycles, in no particular order. */
  Collection<Arrival> everybody() {
    return arrivals.values();
  }

  /** What the slice is tied to; nothing when it is not in this plan. */
  Links links(Arrival arrival) {
    return arrivals.get(arrival.name()) == arrival ? links.get(arrival.name()) : Links.NONE;
  }

  /** Those of the slice's own dependencies that nobody carries. */
  SortedSet<SliceName> missing(Arrival arrival) {
    if (graph.missing().isEmpty()) {
      return graph.missing();
    }
    SortedSet<SliceName> missing = new TreeSet<>(arrival.offer().description().dependsOn());
    missing.removeIf(name -> find(name).isPresent());
    return missing;
  }
}
