package hotshoe.inventory.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import hotshoe.conformance.Proves;
import hotshoe.inventory.tool.Terminal.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random inventories, printed in each form and read again, are the same inventories. */
class ReadBackTest {

  private static final int TIMES = 60;
  private static final String LETTERS =
      "ab zZ09-:#?,[]{}&*!|>'\"%@`~.\n\t\\=_/+\r\u0007\u007f\u0085\u00a0\u00e9\u4e2d\u2028\ufeff";
  private static final List<String> WORDS =
      List.of(
          "yes", "null", "1e3", "0x1f", "12:30", "- ", ": ", " #", "---", "...", "<<", "~", "1");

  private final Gson gson = new GsonBuilder().serializeNulls().create();
  private Terminal terminal;

  @TempDir Path folder;

  @BeforeEach
  void terminal() {
    terminal = new Terminal(folder);
    terminal.environment.put("ANSIBLE_INVENTORY_ENABLED", "yaml,toml");
    terminal.environment.put("ANSIBLE_TRANSFORM_INVALID_GROUP_CHARS", "ignore");
  }

  @Test
  @Proves("AN-57")
  void yamlIsReadBackAsTheSameInventory() {
    for (int seed = 0; seed < TIMES; seed++) {
      terminal.write("one.json", inventory(new Random(seed), true));
      for (String export : List.of("--export", "--list")) {
        Run first = terminal.run("--list", export, "-i", "one.json");
        Run yaml =
            terminal.run("--list", export, "--yaml", "-i", "one.json", "--output", "two.yml");
        assertEquals(new Run(0, "", ""), yaml);
        Run second = terminal.run("--list", export, "-i", "two.yml");
        assertEquals(sorted(first.output()), sorted(second.output()), "seed " + seed);
      }
    }
  }

  @Test
  @Proves("AN-57")
  void tomlIsReadBackAsTheSameInventoryInTheSameOrder() {
    for (int seed = 0; seed < TIMES; seed++) {
      terminal.write("one.json", inventory(new Random(seed), false));
      for (String export : List.of("--export", "--list")) {
        Run first = terminal.run("--list", export, "-i", "one.json");
        Run toml =
            terminal.run("--list", export, "--toml", "-i", "one.json", "--output", "two.toml");
        assertEquals(new Run(0, "", ""), toml);
        Run second = terminal.run("--list", export, "-i", "two.toml");
        assertEquals(first.output(), second.output(), "seed " + seed);
      }
    }
  }

  @Test
  void whatTomlCannotSayIsTold() {
    terminal.write("h.yml", "all: {hosts: {a: {x: , y: [null], z: 1}}}");
    Run run = terminal.run("--list", "--toml", "-i", "h.yml");
    assertEquals(0, run.exitCode());
    assertTrue(run.output().endsWith("y = [\"None\"]\nz = 1\n"), run.output());
    assertTrue(run.messages().contains("HS-INVENTORY-172: 2 values are nothing"), run.messages());
    for (String value : List.of("{1: 2}", "!vault x", "123456789012345678901234567890")) {
      terminal.write("h.yml", "all: {hosts: {a: {b: " + value + "}}}");
      Run refused = terminal.run("--list", "--toml", "-i", "h.yml");
      assertEquals(1, refused.exitCode());
      assertTrue(
          refused.messages().contains("HS-INVENTORY-171")
              && refused.messages().contains("variable b of host a"),
          refused.messages());
    }
  }

  /** Lists of hosts and children are sets in YAML. */
  private String sorted(String json) {
    JsonElement all = JsonParser.parseString(json);
    for (Map.Entry<String, JsonElement> group : all.getAsJsonObject().entrySet()) {
      for (String key : List.of("hosts", "children")) {
        JsonElement members = group.getValue().getAsJsonObject().get(key);
        if (members instanceof JsonArray array) {
          List<String> names = new ArrayList<>();
          array.forEach(name -> names.add(name.getAsString()));
          group
              .getValue()
              .getAsJsonObject()
              .add(key, gson.toJsonTree(names.stream().sorted().toList()));
        }
      }
    }
    return gson.toJson(all);
  }

  private String inventory(Random random, boolean hasNothing) {
    Map<String, Object> groups = new LinkedHashMap<>();
    int count = 1 + random.nextInt(6);
    for (int g = 0; g < count; g++) {
      Map<String, Object> hosts = new LinkedHashMap<>();
      for (int h = 0; h < 8; h++) {
        if (random.nextInt(3) == 0) {
          hosts.put("h" + h + (h == 3 ? " x" : ""), variables(random, hasNothing));
        }
      }
      Map<String, Object> children = new LinkedHashMap<>();
      for (int other = g + 1; other < count; other++) {
        if (random.nextInt(3) == 0) {
          children.put(name(other), Map.of());
        }
      }
      Map<String, Object> values = variables(random, hasNothing);
      if (random.nextInt(4) == 0) {
        values.put("ansible_group_priority", 7);
      }
      groups.put(name(g), Map.of("hosts", hosts, "children", children, "vars", values));
    }
    Map<String, Object> lone = Map.of("alone", variables(random, hasNothing));
    groups.put("ungrouped", Map.of("hosts", lone));
    return gson.toJson(groups);
  }

  private static String name(int group) {
    return group == 2 ? "a.b c" : "g" + group;
  }

  private static Map<String, Object> variables(Random random, boolean hasNothing) {
    Map<String, Object> variables = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      variables.put(text(random), value(random, 3, hasNothing));
    }
    return variables;
  }

  private static Object value(Random random, int depth, boolean hasNothing) {
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> random.nextLong();
      case 1 -> random.nextInt(1000) * 1e17;
      case 2 -> random.nextBoolean();
      case 3 -> hasNothing ? null : text(random); // null: why: JSON's own
      case 4 -> text(random);
      case 5 -> List.of();
      case 6 -> List.of(value(random, depth - 1, false), value(random, depth - 1, false));
      default -> variables(random, hasNothing);
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(random.nextInt(10) == 0 ? 300 : 6); i >= 0; i--) {
      if (random.nextInt(5) == 0) {
        text.append(WORDS.get(random.nextInt(WORDS.size())));
      } else {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
    }
    return text.toString();
  }
}
