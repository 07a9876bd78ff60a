package hotshoe.inventory.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The order in which groups count: by depth, priority and name (row AN-16). Groups are sorted once
 * for all hosts, as long as no group changes.
 */
final class Ranks {

  private static final Comparator<LiveGroup> ORDER =
      Comparator.<LiveGroup>comparingInt(group -> group.depth)
          .thenComparingInt(group -> group.priority)
          .thenComparing(group -> group.name, CodePoints::compare);

  private static final Comparator<LiveGroup> RANK = Comparator.comparingInt(group -> group.rank);

  private boolean isCurrent;

  /** Says that a group came, moved or changed its priority. */
  void outdate() {
    isCurrent = false;
  }

  /** Sorts all groups, if anything changed. For who asks for many hosts. */
  void settle(Collection<LiveGroup> groups) {
    if (!isCurrent) {
      List<LiveGroup> sorted = groups.stream().sorted(ORDER).toList();
      for (int i = 0; i < sorted.size(); i++) {
        sorted.get(i).rank = i;
      }
      isCurrent = true;
    }
  }

  /** Every group of a host, those above included, in order. */
  LiveGroup[] all(LiveHost host) {
    Set<LiveGroup> groups = Collections.newSetFromMap(new IdentityHashMap<>());
    for (LiveGroup group : host.direct()) {
      if (groups.add(group)) {
        group.addAncestors(groups);
      }
    }
    LiveGroup[] sorted = groups.toArray(LiveGroup[]::new);
    Arrays.sort(sorted, isCurrent ? RANK : ORDER);
    return sorted;
  }
}
