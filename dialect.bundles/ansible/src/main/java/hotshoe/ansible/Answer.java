package hotshoe.ansible;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventorySource;
import hotshoe.problem.ProblemException;
import java.util.List;
import java.util.Map;

/**
 * Puts what {@code ansible-inventory --list --export} answers into an inventory: groups with their
 * own variables, hosts with theirs.
 */
record Answer(InventoryBuilder inventory, InventorySource source, String plugin) {

  private static final String META = "_meta";

  void read(Object answer) {
    Map<?, ?> groups = map(answer, "the answer");
    groups.keySet().stream()
        .filter(name -> !META.equals(name))
        .forEach(name -> inventory.addGroup((String) name));
    groups.forEach(
        (name, group) -> {
          if (!META.equals(name)) {
            group((String) name, map(group, "the group " + name));
          }
        });
    Object meta = groups.get(META);
    if (meta instanceof Map<?, ?> said && said.get("hostvars") instanceof Map<?, ?> hosts) {
      hosts.forEach((host, values) -> host((String) host, map(values, "the host " + host)));
    }
  }

  private void group(String name, Map<?, ?> group) {
    for (Object host : list(group.get("hosts"), name)) {
      inventory.addHost((String) host, name);
    }
    for (Object child : list(group.get("children"), name)) {
      inventory.addGroup((String) child);
      inventory.addChild(name, (String) child);
    }
    Object variables = group.get("vars");
    if (variables != null) {
      map(variables, "the variables of " + name)
          .forEach((key, value) -> inventory.setVariable(name, key, value));
    }
  }

  private void host(String name, Map<?, ?> variables) {
    if (inventory.host(name).isEmpty()) {
      inventory.addHost(name);
    }
    variables.forEach((key, value) -> inventory.setVariable(name, key, value));
  }

  private Map<?, ?> map(Object value, String what) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw unreadable(what + " is no map");
  }

  private List<?> list(Object value, String group) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw unreadable("the group " + group + " has no list where one belongs");
  }

  private ProblemException unreadable(String why) {
    return new ProblemException(AnsibleProblems.unreadable(source.text(), plugin, why));
  }
}
