package hotshoe.inventory.form;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups as a tree, in which a group stands under each of its parents. Knows where a host is met
 * first by who walks it children first, which is where YAML prints its variables.
 */
final class Tree {

  /** A tree of so many levels is a mistake, and no reader takes it. */
  private static final int DEEPEST = 900;

  /** More lines than anybody reads: groups under several parents double with each level. */
  private static final long MOST_LINES = 100_000_000;

  private final Shown shown;
  private final Group top;
  private final Map<Group, Group> firstParents = new IdentityHashMap<>();
  private final Map<Host, Group> homes = new IdentityHashMap<>();

  /** The tree below this group; refuses one that is too large to be printed. */
  Tree(Shown shown, Group top) {
    this.shown = shown;
    this.top = top;
    refuseTooLarge();
  }

  private void refuseTooLarge() {
    List<Group> groups =
        Shown.below(top).stream().sorted(Comparator.comparingInt(Group::depth)).toList();
    Map<Group, Long> times = new IdentityHashMap<>(Map.of(top, 1L));
    long lines = 0;
    for (Group group : groups) {
      long own = times.getOrDefault(group, 0L);
      lines += own * (1 + group.hosts().size());
      boolean isDeep = group.depth() - top.depth() > DEEPEST;
      if (isDeep || lines > MOST_LINES) {
        throw FormProblems.tooLarge(top.name(), isDeep ? DEEPEST + " levels" : lines + " lines");
      }
      for (Group child : group.children()) {
        times.merge(child, own, Long::sum);
      }
    }
  }

  Group top() {
    return top;
  }

  /** Finds out where every host is met first. */
  Tree settled() {
    settle(top);
    return this;
  }

  private void settle(Group group) {
    for (Group child : group.children()) {
      if (firstParents.putIfAbsent(child, group) == null) {
        settle(child);
      }
    }
    shown.hosts(group).forEach(host -> homes.putIfAbsent(host, group));
  }

  /** Whether a group stands for the first time below this parent. */
  boolean isFirst(Group group, Group parent) {
    return firstParents.get(group) == parent;
  }

  /** Whether a host is met first in this group. */
  boolean isHome(Host host, Group group) {
    return homes.get(host) == group;
  }
}
