package hotshoe.inventory.model;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.Variables;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A host as the {@link Draft} builds it. There may be a million of them. */
final class LiveHost implements Host {

  private static final int FEW = 16;
  private static final LiveGroup[] NONE = {};

  final String name;
  private final Ranks ranks;
  private final Optional<InventorySource> source;
  Bag variables;
  private LiveGroup[] groups = NONE;
  private Set<LiveGroup> many = Set.of();

  /** Which change it was last written down for, so that it can be undone. */
  int written;

  LiveHost(String name, Bag variables, Ranks ranks, Optional<InventorySource> source) {
    this.name = name;
    this.variables = variables;
    this.ranks = ranks;
    this.source = source;
  }

  boolean isIn(LiveGroup group) {
    if (!many.isEmpty()) {
      return many.contains(group);
    }
    for (LiveGroup other : groups) {
      if (other == group) {
        return true;
      }
    }
    return false;
  }

  void join(LiveGroup group) {
    groups = Arrays.copyOf(groups, groups.length + 1);
    groups[groups.length - 1] = group;
    if (!many.isEmpty()) {
      many.add(group);
    } else if (groups.length > FEW) {
      many = new HashSet<>(Arrays.asList(groups));
    }
  }

  void leave(LiveGroup group) {
    become(Arrays.stream(groups).filter(other -> other != group).toArray(LiveGroup[]::new));
  }

  /** The groups it was put into; nobody changes the array. */
  LiveGroup[] direct() {
    return groups;
  }

  void become(LiveGroup[] members) {
    groups = members;
    many = members.length > FEW ? new HashSet<>(Arrays.asList(members)) : Set.of();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Group> groups() {
    return Collections.unmodifiableList(Arrays.asList(groups));
  }

  @Override
  public List<Group> allGroups() {
    return Collections.unmodifiableList(Arrays.asList(ranks.all(this)));
  }

  @Override
  public Variables variables() {
    return variables;
  }

  @Override
  public Optional<InventorySource> source() {
    return source;
  }

  @Override
  public String toString() {
    return name;
  }
}
