package hotshoe.shell.text;

import static java.util.stream.Collectors.joining;

import hotshoe.shell.command.GraphPicture;
import hotshoe.slice.SliceGraph;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A graph for people: a picture of every part that hangs together, and a list of the rest. */
final class DrawingText {

  private static final int MOST_BOXES = 60;
  private static final int USUAL_COLUMNS = 100;

  private final GraphPicture picture;
  private final Page page;

  private DrawingText(GraphPicture picture, Page page) {
    this.picture = picture;
    this.page = page;
  }

  static void write(GraphPicture picture, Page page) {
    new DrawingText(picture, page).write();
  }

  private void write() {
    int count = picture.graph().order().size();
    page.line((count == 1 ? "1 slice" : count + " slices") + explained());
    List<Island> islands = Island.of(Layers.reduced(edges(picture.graph())));
    islands.stream().filter(island -> !island.isSingle()).forEach(this::island);
    singles(islands.stream().filter(Island::isSingle).toList());
    cycles();
  }

  private String explained() {
    return picture.graph().order().size() < 2
        ? ""
        : "; a line leads down from a slice to what starts after it";
  }

  /** All slices in order with what they depend on; those in a cycle are told apart. */
  private static Map<SliceName, Set<SliceName>> edges(SliceGraph graph) {
    Map<SliceName, Set<SliceName>> edges = new LinkedHashMap<>();
    graph.missing().forEach(name -> edges.put(name, Set.of()));
    Set<SliceName> circling = new TreeSet<>();
    graph.cycles().forEach(circling::addAll);
    graph.order().stream()
        .filter(name -> !circling.contains(name))
        .forEach(name -> edges.put(name, known(graph.dependencies().get(name), edges)));
    return edges;
  }

  private static Set<SliceName> known(
      Set<SliceName> befores, Map<SliceName, Set<SliceName>> edges) {
    Set<SliceName> known = new TreeSet<>(befores == null ? Set.of() : befores);
    known.retainAll(edges.keySet());
    return known;
  }

  private void island(Island island) {
    page.gap().line(new Span(island.mainExtension() + ":", Tone.STRONG));
    int columns =
        page.screen().columns() == Screen.ENDLESS ? USUAL_COLUMNS : page.screen().columns();
    Optional<Canvas> canvas =
        island.edges().size() > MOST_BOXES
            ? Optional.empty()
            : new Drawing(island.edges(), name -> box(island, name)).on(page.screen(), columns);
    canvas.ifPresentOrElse(c -> c.writeTo(page), () -> page.table(list(island)));
  }

  private Item box(Island island, SliceName name) {
    return Item.box(island.shortened(name) + remark(name), tone(name));
  }

  private String remark(SliceName name) {
    if (picture.graph().missing().contains(name)) {
      return " (not here)";
    }
    SliceState state = state(name);
    return state == SliceState.ACTIVE ? "" : " " + state;
  }

  private Tone tone(SliceName name) {
    return picture.graph().missing().contains(name) ? Tone.FAINT : StateText.tone(state(name));
  }

  private SliceState state(SliceName name) {
    return picture.states().getOrDefault(name, SliceState.ACTIVE);
  }

  /** For what is too large for a picture. */
  private Table list(Island island) {
    Layers layers = new Layers(island.edges(), name -> box(island, name), Integer.MAX_VALUE);
    layers.rows();
    Table table = new Table(Column.whole("LEVEL"), Column.whole("SLICE"), Column.wrap("AFTER"));
    layers.levels().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(
            entry ->
                table.row(
                    Span.of(entry.getValue().toString()),
                    new Span(
                        island.shortened(entry.getKey()) + remark(entry.getKey()),
                        tone(entry.getKey())),
                    Span.of(
                        island.edges().get(entry.getKey()).stream()
                            .map(island::shortened)
                            .collect(joining(", ")))));
    return table;
  }

  private void singles(List<Island> islands) {
    if (!islands.isEmpty()) {
      String names =
          islands.stream()
              .flatMap(island -> island.edges().keySet().stream())
              .map(name -> name.value() + remark(name))
              .collect(joining(", "));
      Span label = new Span("on their own:", Tone.STRONG);
      page.gap().labelled("", label, label.width() + 1, Span.of(names));
    }
  }

  private void cycles() {
    String arrow = page.screen().choose(" → ", " -> ");
    for (List<SliceName> cycle : picture.graph().cycles()) {
      String members = cycle.stream().map(SliceName::value).collect(joining(arrow));
      page.gap().line(new Span("cycle: " + members + arrow + cycle.get(0), Tone.BAD));
    }
  }
}
