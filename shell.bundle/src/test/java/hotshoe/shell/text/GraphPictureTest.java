package hotshoe.shell.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.shell.Golden;
import hotshoe.shell.Twenty;
import hotshoe.shell.command.GraphPicture;
import hotshoe.shell.command.GraphPicture.Form;
import hotshoe.slice.SliceGraph;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphPictureTest {

  private static final Screen SCREEN = new Screen(100, false, true);

  @Test
  void theTwentySlicesFitIntoAHundredColumns() {
    String drawing = drawing(Twenty.graph(), Map.of(), SCREEN);
    assertTrue(drawing.lines().allMatch(line -> line.length() <= 100));
    Golden.assertMatches("graph-twenty.txt", drawing);
  }

  @Test
  void theTwentySlicesFitIntoEightyColumnsWithMoreRows() {
    String drawing = drawing(Twenty.graph(), Map.of(), new Screen(80, false, true));
    assertTrue(drawing.lines().allMatch(line -> line.length() <= 80));
    Golden.assertMatches("graph-twenty-narrow.txt", drawing);
  }

  @Test
  void aTerminalWithoutLinesGetsPlusesAndDashes() {
    Golden.assertMatches(
        "graph-twenty-ascii.txt", drawing(Twenty.graph(), Map.of(), new Screen(100, false, false)));
  }

  @Test
  void whatIsNotActiveSaysSoAndWhatIsNotHereIsShownAsMissing() {
    SliceGraph graph = Twenty.graph("shop", "stock: database\norders: stock\nmail:\n");
    Golden.assertMatches(
        "graph-troubled.txt",
        drawing(
            graph,
            Map.of(
                new SliceName("shop.stock"), SliceState.FAILED,
                new SliceName("shop.orders"), SliceState.BLOCKED,
                new SliceName("shop.mail"), SliceState.ACTIVE),
            SCREEN));
  }

  @Test
  void partsThatDoNotHangTogetherAreDrawnOneByOne() {
    SliceGraph core = Twenty.graph();
    SliceGraph shop = Twenty.graph("shop", "stock:\norders: stock\nmail:\n");
    List<SliceName> order = new ArrayList<>(core.order());
    order.addAll(shop.order());
    order.add(new SliceName("ui.ui"));
    Map<SliceName, SortedSet<SliceName>> dependencies = new HashMap<>(core.dependencies());
    dependencies.putAll(shop.dependencies());
    dependencies.put(new SliceName("ui.ui"), new TreeSet<>(Set.of(new SliceName("core.server"))));
    Golden.assertMatches(
        "graph-parts.txt",
        drawing(new SliceGraph(order, dependencies, new TreeSet<>(), List.of()), Map.of(), SCREEN));
  }

  @Test
  void cyclesAreToldApartFromThePicture() {
    SliceGraph half = Twenty.graph("x", "a: b\nb: a\nc: b\n");
    SliceGraph graph =
        new SliceGraph(
            half.order(),
            half.dependencies(),
            new TreeSet<>(),
            List.of(List.of(new SliceName("x.a"), new SliceName("x.b"))));
    Golden.assertMatches("graph-cycle.txt", drawing(graph, Map.of(), SCREEN));
  }

  @Test
  void aGraphThatIsTooLargeForAPictureBecomesAList() {
    String chain =
        IntStream.range(0, 70)
            .mapToObj(i -> "s" + i + ":" + (i == 0 ? "" : " s" + (i - 1)))
            .collect(Collectors.joining("\n"));
    String list = drawing(Twenty.graph("long", chain), Map.of(), SCREEN);
    assertTrue(list.contains("69     s69    s68"), list);
  }

  @Test
  void noSlicesAreNoPicture() {
    SliceGraph none = new SliceGraph(List.of(), Map.of(), new TreeSet<>(), List.of());
    assertTrue(drawing(none, Map.of(), SCREEN).startsWith("0 slices"));
  }

  @Test
  void dotNamesEverySliceAndEveryEdge() {
    Golden.assertMatches("graph-twenty.dot", written(Form.DOT, Twenty.graph(), Map.of(), SCREEN));
  }

  @Test
  void jsonNamesEverySliceWithItsDependencies() {
    Golden.assertMatches(
        "graph-twenty.json",
        written(
            Form.JSON,
            Twenty.graph(),
            Map.of(new SliceName("core.database"), SliceState.ACTIVE),
            SCREEN));
  }

  private static String drawing(
      SliceGraph graph, Map<SliceName, SliceState> states, Screen screen) {
    return written(Form.DRAWING, graph, states, screen);
  }

  private static String written(
      Form form, SliceGraph graph, Map<SliceName, SliceState> states, Screen screen) {
    Page page = new Page(screen);
    GraphText.write(new GraphPicture(form, graph, states), page);
    return page.toString();
  }
}
