package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random inventories, written in every form, are one inventory. */
class SameModelTest {

  private static final int TRIES = 150;

  @TempDir Path folder;

  /** An inventory as plain as possible: groups with hosts, children and variables. */
  private record Plan(
      Map<String, List<String>> hosts,
      Map<String, List<String>> children,
      Map<String, Map<String, Object>> groupVariables,
      Map<String, Map<String, Object>> hostVariables) {}

  @Test
  void everyFormGivesTheSameModel() {
    Desk desk = new Desk(folder);
    for (int seed = 0; seed < TRIES; seed++) {
      Plan plan = random(new Random(seed));
      desk.write("a.conf", ini(plan));
      desk.write("a.yml", yaml(plan));
      desk.write("a.json", json(plan));
      desk.write("a.toml", toml(plan));
      desk.script("script", "#!/bin/sh", "cat <<'END'", script(plan), "END");
      String wanted = described(desk.inventory("a.conf"));
      assertEquals(wanted, described(desk.inventory("a.yml")), "YAML, seed " + seed);
      assertEquals(wanted, described(desk.inventory("a.json")), "JSON, seed " + seed);
      if (seed < 20) {
        assertEquals(wanted, described(desk.inventory("script")), "script, seed " + seed);
      }
      desk.environment.put("ANSIBLE_INVENTORY_ENABLED", "toml");
      assertEquals(wanted, described(desk.inventory("a.toml")), "TOML, seed " + seed);
      desk.environment.remove("ANSIBLE_INVENTORY_ENABLED");
    }
  }

  private static String described(Inventory inventory) {
    Map<String, String> all = new TreeMap<>();
    for (Group group : inventory.groups()) {
      all.put(
          "group " + group.name(),
          new TreeSet<>(group.hosts().stream().map(Host::name).toList())
              + " "
              + new TreeSet<>(group.children().stream().map(Group::name).toList())
              + " "
              + group.depth()
              + " "
              + group.priority()
              + " "
              + sorted(group.variables().asMap()));
    }
    for (Host host : inventory.hosts()) {
      all.put("host " + host.name(), sorted(inventory.variables(host)));
    }
    return String.join("\n", all.entrySet().stream().map(Object::toString).toList());
  }

  private static String sorted(Map<Object, Object> values) {
    Map<String, Object> sorted = new TreeMap<>();
    values.forEach((name, value) -> sorted.put(name.toString(), value));
    return sorted.toString();
  }

  private static Plan random(Random random) {
    int groups = 1 + random.nextInt(8);
    int hosts = random.nextInt(12);
    Plan plan =
        new Plan(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    for (int g = 0; g < groups; g++) {
      List<String> members = new ArrayList<>();
      for (int h = 0; h < hosts; h++) {
        if (random.nextInt(3) == 0) {
          members.add("h" + h + ".example");
        }
      }
      List<String> below = new ArrayList<>();
      for (int other = g + 1; other < groups; other++) {
        if (random.nextInt(3) == 0) {
          below.add("g" + other);
        }
      }
      plan.hosts().put("g" + g, members);
      plan.children().put("g" + g, below);
      plan.groupVariables().put("g" + g, variables(random));
      members.forEach(host -> plan.hostVariables().putIfAbsent(host, variables(random)));
    }
    return plan;
  }

  private static Map<String, Object> variables(Random random) {
    Map<String, Object> variables = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      variables.put("v" + random.nextInt(6), value(random, 2));
    }
    if (random.nextInt(6) == 0) {
      variables.put("text", "\u00e9\u4e2d\ud83d\ude00 # 'q' \"d\" \\ ;=");
    }
    return variables;
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> (long) random.nextInt(2000) - 1000;
      case 1 -> random.nextInt(1000) / 8.0;
      case 2 -> random.nextBoolean();
      case 3 -> "t" + random.nextInt(100);
      case 4 -> "two words";
      case 5 -> List.of(value(random, depth - 1), value(random, depth - 1));
      default -> Map.of("k", value(random, depth - 1));
    };
  }

  private static String ini(Plan plan) {
    StringBuilder text = new StringBuilder();
    plan.hosts()
        .forEach(
            (group, hosts) -> {
              text.append('[').append(group).append("]\n");
              for (String host : hosts) {
                text.append(host);
                plan.hostVariables()
                    .get(host)
                    .forEach(
                        (name, value) ->
                            text.append(' ').append(name).append('=').append(shell(value)));
                text.append('\n');
              }
            });
    plan.groupVariables()
        .forEach(
            (group, values) -> {
              text.append('[').append(group).append(":vars]\n");
              values.forEach(
                  (name, value) ->
                      text.append(name).append('=').append(python(value)).append('\n'));
              text.append('[').append(group).append(":children]\n");
              plan.children().get(group).forEach(child -> text.append(child).append('\n'));
            });
    return text.toString();
  }

  private static String shell(Object value) {
    return "\"" + python(value).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String python(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    if (value instanceof String text) {
      return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(SameModelTest::python).toList()) + "]";
    }
    if (value instanceof Map<?, ?> map) {
      return "{'k': " + python(map.get("k")) + "}";
    }
    return value.toString();
  }

  private static String yaml(Plan plan) {
    StringBuilder text = new StringBuilder("---\n");
    for (String group : plan.hosts().keySet()) {
      text.append(group).append(":\n  hosts:\n");
      for (String host : plan.hosts().get(group)) {
        text.append("    ").append(host).append(": ");
        text.append(quoted(plan.hostVariables().get(host))).append('\n');
      }
      text.append("  children:\n");
      plan.children().get(group).forEach(c -> text.append("    ").append(c).append(":\n"));
      text.append("  vars: ").append(quoted(plan.groupVariables().get(group))).append('\n');
    }
    return text.toString();
  }

  private static String json(Plan plan) {
    Map<String, Object> groups = new LinkedHashMap<>();
    for (String group : plan.hosts().keySet()) {
      Map<String, Object> hosts = new LinkedHashMap<>();
      plan.hosts().get(group).forEach(host -> hosts.put(host, plan.hostVariables().get(host)));
      Map<String, Object> children = new LinkedHashMap<>();
      plan.children().get(group).forEach(child -> children.put(child, Map.of()));
      groups.put(
          group,
          Map.of("hosts", hosts, "children", children, "vars", plan.groupVariables().get(group)));
    }
    return quoted(groups);
  }

  private static String script(Plan plan) {
    Map<String, Object> groups = new LinkedHashMap<>();
    for (String group : plan.hosts().keySet()) {
      groups.put(
          group,
          Map.of(
              "hosts", plan.hosts().get(group),
              "children", plan.children().get(group),
              "vars", plan.groupVariables().get(group)));
    }
    groups.put("_meta", Map.of("hostvars", plan.hostVariables()));
    return quoted(groups);
  }

  private static String toml(Plan plan) {
    StringBuilder text = new StringBuilder();
    for (String group : plan.hosts().keySet()) {
      text.append('[').append(group).append("]\nchildren = ");
      text.append(quoted(plan.children().get(group))).append('\n');
      text.append("vars = ").append(inline(plan.groupVariables().get(group))).append('\n');
      text.append('[').append(group).append(".hosts]\n");
      for (String host : plan.hosts().get(group)) {
        text.append('\'').append(host).append("' = ");
        text.append(inline(plan.hostVariables().get(host))).append('\n');
      }
    }
    return text.toString();
  }

  private static String inline(Object value) {
    if (value instanceof Map<?, ?> map) {
      List<String> entries = new ArrayList<>();
      map.forEach((key, inner) -> entries.add(key + " = " + inline(inner)));
      return "{ " + String.join(", ", entries) + " }";
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(SameModelTest::inline).toList()) + "]";
    }
    return quoted(value);
  }

  private static String quoted(Object value) {
    return new com.google.gson.Gson().toJson(value);
  }
}
