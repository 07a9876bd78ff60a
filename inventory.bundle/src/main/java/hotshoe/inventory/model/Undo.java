package hotshoe.inventory.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What has to be put back if the source that is being read fails (row AN-11). A group or host is
 * written down before it changes for the first time; what is new is only remembered. Where nothing
 * is ever undone, nothing is written down.
 */
final class Undo {

  private final boolean isOn;
  private int change;
  private final List<Runnable> restores = new ArrayList<>();
  private final List<String> newGroups = new ArrayList<>();
  private final List<String> newHosts = new ArrayList<>();

  Undo(boolean isOn) {
    this.isOn = isOn;
  }

  /** From here on things can be undone. */
  void begin() {
    change++;
    forget();
  }

  void forget() {
    restores.clear();
    newGroups.clear();
    newHosts.clear();
  }

  /** Puts back what was there at the beginning. */
  void undo(Map<String, LiveGroup> groups, Map<String, LiveHost> hosts) {
    newGroups.forEach(groups::remove);
    newHosts.forEach(hosts::remove);
    for (int i = restores.size() - 1; i >= 0; i--) {
      restores.get(i).run();
    }
    forget();
  }

  void added(LiveGroup group) {
    if (isOn) {
      group.written = change;
      newGroups.add(group.name);
    }
  }

  void added(LiveHost host) {
    if (isOn) {
      host.written = change;
      newHosts.add(host.name);
    }
  }

  /** Before a group changes. Its list of hosts only grows, or is replaced by another list. */
  void touches(LiveGroup group) {
    if (isOn && group.written != change) {
      group.written = change;
      List<LiveHost> hosts = group.hosts;
      int size = hosts.size();
      List<LiveGroup> children = List.copyOf(group.children.list());
      List<LiveGroup> parents = List.copyOf(group.parents.list());
      Bag variables = group.variables.copy();
      int depth = group.depth;
      int priority = group.priority;
      restores.add(
          () -> {
            hosts.subList(size, hosts.size()).clear();
            group.hosts = hosts;
            group.children.restore(children);
            group.parents.restore(parents);
            group.variables = variables;
            group.depth = depth;
            group.priority = priority;
          });
    }
  }

  /** Before a host changes. */
  void touches(LiveHost host) {
    if (isOn && host.written != change) {
      host.written = change;
      LiveGroup[] groups = host.direct();
      Bag variables = host.variables.copy();
      restores.add(
          () -> {
            host.become(groups);
            host.variables = variables;
          });
    }
  }

  /** Before something is taken away: the whole order must come back. */
  <T> void reorders(Map<String, T> all, Supplier<List<String>> isNew) {
    if (isOn) {
      Map<String, T> before = new java.util.LinkedHashMap<>(all);
      isNew.get().forEach(before::remove);
      restores.add(
          () -> {
            all.clear();
            all.putAll(before);
          });
    }
  }

  List<String> newGroups() {
    return newGroups;
  }

  List<String> newHosts() {
    return newHosts;
  }
}
