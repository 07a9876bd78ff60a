package hotshoe.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What became different in an inventory with a name. It tells what sources, the files of variables
 * and additions say of each host and group itself: a variable of a group that changed is told of
 * the group, not of every host in it. The order of hosts and groups is not told.
 *
 * @param inventory the name of the inventory
 * @param version which change it is, the first reading being 1; none is left out
 * @param time when it was applied
 * @param hosts what became of hosts
 * @param groups what became of groups
 */
public record InventoryChange(
    String inventory, long version, Instant time, Part hosts, Part groups) {

  public InventoryChange {
    Objects.requireNonNull(inventory, "inventory");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(hosts, "hosts");
    Objects.requireNonNull(groups, "groups");
  }

  /** Whether nothing became different. */
  public boolean isEmpty() {
    return hosts.isEmpty() && groups.isEmpty();
  }

  /**
   * What became of hosts, or of groups; each list in the order of the inventory.
   *
   * @param added the names of those that came
   * @param removed the names of those that went
   * @param changed those that are not what they were
   */
  public record Part(List<String> added, List<String> removed, List<Changed> changed) {

    /** Nothing became different. */
    public static final Part NONE = new Part(List.of(), List.of(), List.of());

    public Part {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      changed = List.copyOf(changed);
    }

    /** Whether nothing became different. */
    public boolean isEmpty() {
      return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
  }

  /**
   * One host or group that is not what it was. Values are not in here: ask the inventory.
   *
   * @param name its name
   * @param variables the names of variables that were set, set otherwise, or taken away
   * @param joined the groups directly above that it came into
   * @param left the groups directly above that it went out of
   */
  public record Changed(
      String name, List<String> variables, List<String> joined, List<String> left) {
    public Changed {
      Objects.requireNonNull(name, "name");
      variables = List.copyOf(variables);
      joined = List.copyOf(joined);
      left = List.copyOf(left);
    }
  }
}
