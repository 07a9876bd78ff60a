package hotshoe.shell.text;

import static java.util.stream.Collectors.joining;

import hotshoe.shell.command.GraphPicture;
import hotshoe.slice.SliceGraph;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A graph as a picture: boxes in rows, lines leading down to what starts later. */
final class DrawingText {

  private static final int MOST_BOXES = 60;
  private static final int USUAL_COLUMNS = 100;
  private static final int BOX_HEIGHT = 3;
  private static final int ATTEMPTS = 4;

  private final GraphPicture picture;
  private final Screen screen;
  private final String prefix;
  private final Map<SliceName, Set<SliceName>> edges;

  private DrawingText(GraphPicture picture, Screen screen) {
    this.picture = picture;
    this.screen = screen;
    this.prefix = prefix(picture.graph());
    this.edges = Layers.reduced(edges(picture.graph()));
  }

  static void write(GraphPicture picture, Page page) {
    DrawingText drawing = new DrawingText(picture, page.screen());
    drawing.title(page);
    if (!drawing.edges.isEmpty()) {
      page.gap();
      drawing.draw(page);
    }
    drawing.cycles(page);
  }

  /** What all names begin with, up to the dot, when they share it. */
  private static String prefix(SliceGraph graph) {
    Set<String> extensions = new TreeSet<>();
    graph.dependencies().keySet().forEach(name -> extensions.add(extension(name)));
    graph.order().forEach(name -> extensions.add(extension(name)));
    return extensions.size() == 1 ? extensions.iterator().next() + "." : "";
  }

  private static String extension(SliceName name) {
    return name.value().substring(0, name.value().lastIndexOf('.'));
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

  private void title(Page page) {
    int count = picture.graph().order().size();
    String of = prefix.isEmpty() ? "" : " of " + prefix.substring(0, prefix.length() - 1);
    page.paragraph(
        (count == 1 ? "1 slice" : count + " slices")
            + of
            + "; a line leads down from a slice to those that start after it;"
            + " lines that follow from others are left out");
  }

  private void cycles(Page page) {
    String arrow = screen.choose(" → ", " -> ");
    for (List<SliceName> cycle : picture.graph().cycles()) {
      String members = cycle.stream().map(this::shortened).collect(joining(arrow));
      page.gap().line(new Span("cycle: " + members + arrow + shortened(cycle.get(0)), Tone.BAD));
    }
  }

  private String shortened(SliceName name) {
    return name.value().substring(prefix.length());
  }

  private void draw(Page page) {
    Optional<Canvas> canvas = edges.size() > MOST_BOXES ? Optional.empty() : canvas();
    canvas.ifPresentOrElse(c -> c.writeTo(page), () -> page.table(list()));
  }

  /** Tries with fewer and fewer boxes in a row until the lanes find room as well. */
  private Optional<Canvas> canvas() {
    int columns = screen.columns() == Screen.ENDLESS ? USUAL_COLUMNS : screen.columns();
    int limit = columns;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<List<Item>> rows = new Layers(edges, this::box, limit).rows();
      int widest = rows.stream().mapToInt(Layers::width).max().orElse(0);
      if (widest <= columns) {
        return canvas(rows, Math.min(columns, widest + 8));
      }
      limit -= widest - columns;
    }
    return Optional.empty();
  }

  private Item box(SliceName name) {
    if (picture.graph().missing().contains(name)) {
      return Item.box(shortened(name) + " (not here)", Tone.FAINT);
    }
    SliceState state = picture.states().getOrDefault(name, SliceState.ACTIVE);
    return state == SliceState.ACTIVE
        ? Item.box(shortened(name), Tone.GOOD)
        : Item.box(shortened(name) + " " + state, StateText.tone(state));
  }

  private Optional<Canvas> canvas(List<List<Item>> rows, int columns) {
    new Arrangement(rows, columns).apply();
    List<Channel> channels = new ArrayList<>();
    for (int i = 0; i + 1 < rows.size(); i++) {
      channels.add(new Channel(rows.get(i), rows.get(i + 1)));
    }
    if (!channels.stream().allMatch(Channel::route)) {
      return Optional.empty();
    }
    Canvas canvas = new Canvas(columns, screen);
    int top = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (i < channels.size()) {
        lines(canvas, channels.get(i), top + BOX_HEIGHT);
      }
      items(canvas, rows.get(i), top);
      top += BOX_HEIGHT + (i < channels.size() ? channels.get(i).height() : 0);
    }
    return Optional.of(canvas);
  }

  private static void lines(Canvas canvas, Channel channel, int top) {
    for (Net net : channel.nets()) {
      if (!net.isStraight()) {
        int track = top + channel.track(net);
        canvas.across(track, net.span().getMin(), net.span().getMax(), net.id());
      }
    }
    for (Net net : channel.nets()) {
      int track = top + channel.track(net);
      int bottom = top + channel.height();
      net.upper().values().forEach(column -> canvas.down(column, top - 1, track, net.id()));
      net.lower().values().forEach(column -> canvas.down(column, track, bottom, net.id()));
    }
  }

  private void items(Canvas canvas, List<Item> row, int top) {
    for (Item item : row) {
      if (item.isLane()) {
        canvas.down(item.column(), top, top + BOX_HEIGHT - 1, -1);
      } else {
        canvas.box(top, item);
      }
    }
  }

  /** For graphs that are too large for a picture. */
  private Table list() {
    Layers layers = new Layers(edges, this::box, Integer.MAX_VALUE);
    layers.rows();
    Table table = new Table(Column.whole("LEVEL"), Column.whole("SLICE"), Column.wrap("AFTER"));
    layers.levels().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(
            entry -> {
              Item box = box(entry.getKey());
              table.row(
                  Span.of(entry.getValue().toString()),
                  new Span(box.text(), box.tone()),
                  Span.of(
                      edges.get(entry.getKey()).stream()
                          .map(this::shortened)
                          .collect(joining(", "))));
            });
    return table;
  }
}
