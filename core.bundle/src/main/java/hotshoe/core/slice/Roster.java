package hotshoe.core.slice;

import hotshoe.slice.SliceName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is there. The first to arrive under a name holds it; those that come after are refused and
 * move up when it leaves. Changed under the engine's lock; read by anybody, without waiting.
 */
final class Roster {

  private final Map<SliceName, Arrival> holders = new ConcurrentHashMap<>();
  private final Map<SliceName, Deque<Arrival>> queues = new HashMap<>();
  private final Set<Arrival> others = new LinkedHashSet<>();
  private volatile List<Arrival> refused = List.of();
  private volatile long version;
  private volatile Drawn drawn = new Drawn(0, Plan.EMPTY);

  private record Drawn(long version, Plan plan) {}

  /** Takes a slice in, and refuses it when its offer is faulty or its name is taken. */
  void add(Arrival arrival) {
    if (!arrival.offer().faults().isEmpty()) {
      arrival.fail(Cause.of("is refused"), arrival.offer().faults());
      others.add(arrival);
      refused = List.copyOf(others);
      return;
    }
    Arrival holder = holders.putIfAbsent(arrival.name(), arrival);
    if (holder == null) {
      changed();
    } else {
      queue(arrival, holder);
    }
  }

  private void queue(Arrival arrival, Arrival holder) {
    if (holder.fate() == Arrival.Fate.STAYS) {
      arrival.fail(
          Cause.of("is refused as a duplicate of the one of " + holder.offer().owner()),
          List.of(
              SliceProblems.duplicate(
                  arrival.name(), arrival.offer().owner(), holder.offer().owner())));
    } else {
      arrival.waits(Cause.of("waits until " + holder.offer().owner() + " has gone"));
    }
    queues.computeIfAbsent(arrival.name(), it -> new ArrayDeque<>()).add(arrival);
    others.add(arrival);
    refused = List.copyOf(others);
  }

  /**
   * Lets a slice go. When it held its name, the next in line takes its place.
   *
   * @return whether it held its name
   */
  boolean remove(Arrival arrival) {
    if (others.remove(arrival)) {
      refused = List.copyOf(others);
      Optional.ofNullable(queues.get(arrival.name())).ifPresent(queue -> queue.remove(arrival));
      return false;
    }
    if (!holders.remove(arrival.name(), arrival)) {
      return false;
    }
    moveUp(arrival.name());
    changed();
    return true;
  }

  private void moveUp(SliceName name) {
    Deque<Arrival> queue = queues.getOrDefault(name, new ArrayDeque<>());
    if (!queue.isEmpty()) {
      Arrival next = queue.remove();
      next.comeForward();
      holders.put(name, next);
      others.remove(next);
      refused = List.copyOf(others);
    }
    if (queue.isEmpty()) {
      queues.remove(name);
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // only ever under the engine's lock
  private void changed() {
    version++;
  }

  /** The plan of those who hold their names; drawn anew when somebody came or went. */
  Plan plan() {
    Drawn last = drawn;
    long now = version;
    if (last.version == now) {
      return last.plan;
    }
    Plan plan = Plan.of(List.copyOf(holders.values()));
    drawn = new Drawn(now, plan);
    return plan;
  }

  /** The slice that holds this name. */
  Optional<Arrival> holder(SliceName name) {
    return Optional.ofNullable(holders.get(name));
  }

  /** The slice that holds this name, or else one that was refused under it. */
  Optional<Arrival> find(SliceName name) {
    return holder(name).or(() -> refused.stream().filter(it -> it.name().equals(name)).findFirst());
  }

  Collection<SliceName> names() {
    return List.copyOf(holders.keySet());
  }

  /** Everybody: in start order, then the members of cycles, then the refused. */
  List<Arrival> everybody() {
    Plan plan = plan();
    List<Arrival> all = new ArrayList<>(plan.inOrder());
    plan.graph().cycles().stream()
        .flatMap(List::stream)
        .distinct()
        .flatMap(name -> plan.find(name).stream())
        .forEach(all::add);
    all.addAll(refused);
    return all;
  }
}
