package hotshoe.inventory.form;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a form shows of an inventory: whose variables stand where, and which hosts. Immutable. */
public final class Shown {

  /** Names that describe a run, not a host; nobody is shown them. */
  static final Set<String> HIDDEN =
      Set.of(
          "ansible_diff_mode",
          "ansible_config_file",
          "ansible_facts",
          "ansible_forks",
          "ansible_inventory_sources",
          "ansible_limit",
          "ansible_playbook_python",
          "ansible_run_tags",
          "ansible_skip_tags",
          "ansible_verbosity",
          "ansible_version",
          "inventory_dir",
          "inventory_file",
          "inventory_hostname",
          "inventory_hostname_short",
          "groups",
          "group_names",
          "omit",
          "playbook_dir");

  /** Whose variables stand where. */
  public enum Variables {
    /** Hosts have everything that holds for them; groups have nothing. */
    MERGED,
    /** Hosts and groups have what is said of themselves. */
    EXPORTED
  }

  private final Inventory inventory;
  private final Variables variables;
  private final Optional<Set<Host>> left;

  /** All hosts of an inventory. */
  public Shown(Inventory inventory, Variables variables) {
    this(inventory, variables, Optional.empty());
  }

  private Shown(Inventory inventory, Variables variables, Optional<Set<Host>> left) {
    this.inventory = inventory;
    this.variables = variables;
    this.left = left;
  }

  /** The same with these hosts only (row AN-47). */
  public Shown limited(Collection<Host> hosts) {
    Set<Host> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(hosts);
    return new Shown(inventory, variables, Optional.of(set));
  }

  Inventory inventory() {
    return inventory;
  }

  boolean isExport() {
    return variables == Variables.EXPORTED;
  }

  /** Whether all hosts are shown. */
  boolean hasAll() {
    return left.isEmpty();
  }

  boolean has(Host host) {
    return left.isEmpty() || left.get().contains(host);
  }

  /** The hosts of a group itself that are shown; of {@code all} none are. */
  List<Host> hosts(Group group) {
    if (group.name().equals("all")) {
      return List.of();
    }
    return hasAll() ? group.hosts() : group.hosts().stream().filter(this::has).toList();
  }

  /** The variables of a host; the map is the caller's own. */
  public Map<Object, Object> variables(Host host) {
    return visible(isExport() ? inventory.exported(host) : inventory.variables(host));
  }

  /** The variables of a group in an export, else none. */
  Map<Object, Object> variables(Group group) {
    return isExport() ? own(group) : Map.of();
  }

  /** The variables of a group itself; the map is the caller's own. */
  Map<Object, Object> own(Group group) {
    return visible(inventory.exported(group));
  }

  private static Map<Object, Object> visible(Map<Object, Object> values) {
    values.keySet().removeAll(HIDDEN);
    return values;
  }

  /** A group and everything below it, each once, parents first. */
  static List<Group> below(Group top) {
    Set<Group> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Group> found = new java.util.ArrayList<>();
    List<Group> open = new java.util.ArrayList<>(List.of(top));
    while (!open.isEmpty()) {
      Group group = open.remove(open.size() - 1);
      if (seen.add(group)) {
        found.add(group);
        List<Group> children = group.children();
        for (int i = children.size() - 1; i >= 0; i--) {
          open.add(children.get(i));
        }
      }
    }
    return found;
  }

  /** The groups below {@code all} and itself, parents first. */
  List<Group> groups() {
    return below(inventory.group("all").orElseThrow());
  }

  /**
   * All hosts that have a group among these, in the order in which they were first seen; a host
   * that is called {@code all} hides the others, as at home.
   */
  List<Host> hosts(Collection<Group> groups) {
    Set<Group> below = new HashSet<>(groups);
    return inventory.host("all").map(List::of).orElseGet(inventory::hosts).stream()
        .filter(this::has)
        .filter(host -> host.groups().stream().anyMatch(below::contains))
        .toList();
  }
}
