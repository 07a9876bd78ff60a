package hotshoe.inventory.model;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Variables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** A group as the {@link Draft} builds it. */
final class LiveGroup implements Group {

  static final int USUAL_PRIORITY = 1;

  final String name;
  final Members<LiveGroup> children = new Members<>();
  final Members<LiveGroup> parents = new Members<>();
  List<LiveHost> hosts = new ArrayList<>(4);
  Bag variables;
  int depth;
  int priority = USUAL_PRIORITY;

  /** Which change it was last written down for, so that it can be undone. */
  int written;

  /** Its place among all groups in the order in which their variables count; see {@link Ranks}. */
  int rank;

  LiveGroup(String name, Book book) {
    this.name = name;
    this.variables = new Bag(book);
  }

  /** Adds everything above this group. */
  void addAncestors(Set<LiveGroup> ancestors) {
    Deque<LiveGroup> open = new ArrayDeque<>(parents.list());
    while (!open.isEmpty()) {
      LiveGroup group = open.pop();
      if (ancestors.add(group)) {
        open.addAll(group.parents.list());
      }
    }
  }

  /** Whether the other one is this or above it. */
  boolean isBelow(LiveGroup other) {
    if (this == other) {
      return true;
    }
    if (other.children.size() == 0) {
      return false;
    }
    Set<LiveGroup> ancestors = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    addAncestors(ancestors);
    return ancestors.contains(other);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Host> hosts() {
    return Collections.unmodifiableList(hosts);
  }

  @Override
  public List<Group> children() {
    return Collections.unmodifiableList(children.list());
  }

  @Override
  public List<Group> parents() {
    return Collections.unmodifiableList(parents.list());
  }

  @Override
  public int depth() {
    return depth;
  }

  @Override
  public int priority() {
    return priority;
  }

  @Override
  public Variables variables() {
    return variables;
  }

  @Override
  public String toString() {
    return name;
  }
}
