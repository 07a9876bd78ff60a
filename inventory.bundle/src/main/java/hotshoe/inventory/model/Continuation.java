package hotshoe.inventory.model;

import hotshoe.inventory.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An inventory that goes on where a finished one ended, which stays as it is: for additions in the
 * run (row AN-12). What an addition that fails has done stays in here, so this is thrown away then.
 */
public final class Continuation {

  private final Finished before;
  private final Draft draft;

  private Continuation(Finished before) {
    this.before = before;
    this.draft = new Draft(before);
  }

  /** Goes on from an inventory that was read here. */
  public static Continuation of(Inventory inventory) {
    return new Continuation((Finished) inventory);
  }

  /** Whether a host of this name is there. */
  public boolean has(String host) {
    return draft.host(host).isPresent();
  }

  /**
   * Makes an addition.
   *
   * @return whether that changed anything
   * @throws hotshoe.problem.ProblemException when it cannot be made
   */
  public boolean add(Addition addition) {
    draft.beginAddition(addition instanceof Addition.OfHost ? "add_host" : "group_by");
    return addition instanceof Addition.OfHost host ? add(host) : add((Addition.OfGroup) addition);
  }

  private boolean add(Addition.OfHost addition) {
    boolean isNew = draft.host(addition.host()).isEmpty();
    if (isNew) {
      draft.addHost(addition.host(), Draft.ALL);
    }
    LiveHost host = live(addition.host());
    boolean isChanged = isNew;
    for (Map.Entry<String, Object> variable : addition.variables().entrySet()) {
      isChanged |= set(host, variable.getKey(), variable.getValue());
    }
    for (String group : addition.groups()) {
      isChanged |= put(host, group);
    }
    return isChanged;
  }

  private boolean add(Addition.OfGroup addition) {
    LiveHost host = live(addition.host());
    boolean isChanged = false;
    String name = group(addition.group());
    for (String parent : addition.parents()) {
      boolean isNew = draft.group(parent).isEmpty();
      String above = group(parent);
      int children = draft.group(above).orElseThrow().children().size();
      draft.addChild(above, name);
      isChanged |= isNew || draft.group(above).orElseThrow().children().size() > children;
    }
    boolean isPut = put(host, name);
    return isChanged || isPut;
  }

  private LiveHost live(String name) {
    return (LiveHost) draft.host(name).orElseThrow(() -> InventoryProblems.unknownMember(name));
  }

  private boolean set(LiveHost host, String name, Object value) {
    Optional<Object> old = host.variables.get(name);
    draft.setVariable(host, name, value);
    return !host.variables.get(name).equals(old);
  }

  /** The group of this name, made if it is not there. */
  private String group(String name) {
    return draft.group(name).isPresent() ? name : draft.addGroup(name);
  }

  private boolean put(LiveHost host, String group) {
    boolean isNew = draft.group(group).isEmpty();
    LiveGroup to = (LiveGroup) draft.group(group(group)).orElseThrow();
    boolean wasIn = host.isIn(to);
    draft.put(host, to);
    return isNew || !wasIn;
  }

  /** The inventory with all additions; this is over then. */
  public Inventory finish() {
    draft.reconcile();
    List<String> groups = new ArrayList<>(draft.groups().stream().map(g -> g.name()).toList());
    groups.removeIf(name -> before.group(name).isPresent());
    List<String> hosts = new ArrayList<>(draft.hosts().stream().map(h -> h.name()).toList());
    hosts.removeIf(name -> before.host(name).isPresent());
    Surroundings around = before.around();
    return draft.finish(
        around.folders().knowing(groups, hosts), around.sources(), around.extraVariables());
  }
}
