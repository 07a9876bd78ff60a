package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorSourcesTest {

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  private void generator(String... lines) {
    desk.write("g.yml", "plugin: generator\n" + String.join("\n", lines));
  }

  @Test
  @Proves("AN-44")
  void everyCombinationIsAHostInItsGroups() {
    generator(
        "hosts:",
        "  name: '{{ what }}-{{ where }}{{ n }}'",
        "  parents:",
        "    - name: '{{ what }}_{{ where }}'",
        "      vars: {kind: '{{ what | upper }}'}",
        "      parents: [{name: '{{ what }}'}, {name: '{{ where }}'}]",
        "    - name: everything",
        "layers:",
        "  what: [web, db]",
        "  where: [north]",
        "  n: [1, 2]");
    assertEquals(
        "[web-north1, web-north2, db-north1, db-north2]",
        desk.inventory("g.yml").hosts().toString());
    assertEquals("{kind=WEB}", desk.variables("web-north2", "g.yml").toString());
    assertEquals(
        "[web_north, db_north]",
        desk.inventory("g.yml").group("north").orElseThrow().children().toString());
    assertEquals(
        "[all, ungrouped, web_north, web, north, everything, db_north, db]",
        desk.inventory("g.yml").groups().toString());
  }

  @Test
  @Proves("AN-44")
  void whatIsMissingFailsTheSource() {
    String[][] rows = {
      {"hosts: {name: a}", "there is no map 'layers'"},
      {"layers: {a: [1]}", "there is no map 'hosts'"},
      {"hosts: {parents: []}\nlayers: {a: [1]}", "has no name"},
      {"hosts: {name: '{{ b }}'}\nlayers: {a: [1]}", "'b' is undefined"},
      {"hosts: {name: 5}\nlayers: {a: [1]}", "is no text"},
      {
        "hosts: {name: '{{ a }}', parents: [{name: g, vars: {x: 1}}]}\nlayers: {a: [1]}",
        "is no text"
      },
      {
        "hosts: {name: '{{ a }}{{ b }}{{ c }}'}\nlayers: {a: "
            + numbers()
            + ", b: "
            + numbers()
            + ", c: "
            + numbers()
            + "}",
        "more than 1000000 hosts"
      },
    };
    for (String[] row : rows) {
      generator(row[0]);
      String why = desk.why("g.yml");
      assertTrue(why.contains("HS-INVENTORY-110") && why.contains(row[1]), row[0] + ": " + why);
    }
  }

  private static String numbers() {
    return java.util.stream.IntStream.range(0, 200).boxed().toList().toString();
  }
}
