package hotshoe.shell.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.slice.SliceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DrawingTest {

  private static final int GRAPHS = 400;

  @Test
  void whoFollowsTheLinesFindsExactlyTheEdges() {
    int drawn = 0;
    for (int seed = 0; seed < GRAPHS; seed++) {
      Map<SliceName, Set<SliceName>> edges = Layers.reduced(random(new Random(seed)));
      Optional<Canvas> canvas =
          new Drawing(edges, name -> Item.box(shortened(name), Tone.PLAIN))
              .on(new Screen(100, false, true), 100);
      if (canvas.isPresent()) {
        drawn++;
        Page page = new Page(new Screen(100, false, true));
        canvas.get().writeTo(page);
        assertEquals(expected(edges), new Tracer(page.toString()).edges(), seed + "\n" + page);
        assertTrue(page.toString().lines().allMatch(line -> line.length() <= 100));
      }
    }
    assertTrue(drawn > GRAPHS * 9 / 10, drawn + " of " + GRAPHS + " could be drawn");
  }

  private static Map<SliceName, Set<SliceName>> random(Random random) {
    int size = 2 + random.nextInt(24);
    double density = 0.05 + random.nextDouble() * 0.3;
    Map<SliceName, Set<SliceName>> edges = new LinkedHashMap<>();
    List<SliceName> before = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      SliceName name = new SliceName("x." + "s".repeat(1 + random.nextInt(12)) + i);
      edges.put(
          name,
          before.stream()
              .filter(other -> random.nextDouble() < density)
              .collect(Collectors.toCollection(TreeSet::new)));
      before.add(name);
    }
    return edges;
  }

  private static Map<String, Set<String>> expected(Map<SliceName, Set<SliceName>> edges) {
    Map<String, Set<String>> expected = new TreeMap<>();
    edges.forEach(
        (name, befores) ->
            expected.put(
                shortened(name),
                befores.stream()
                    .map(DrawingTest::shortened)
                    .collect(Collectors.toCollection(TreeSet::new))));
    return expected;
  }

  private static String shortened(SliceName name) {
    return name.value().substring(2);
  }
}
