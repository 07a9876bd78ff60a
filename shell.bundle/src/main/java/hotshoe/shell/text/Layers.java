package hotshoe.shell.text;

import hotshoe.slice.SliceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Puts the slices of a graph into rows, so that every line leads down to the next row. */
final class Layers {

  /** Free columns between two items of a row. */
  static final int GAP = 2;

  private final Map<SliceName, Set<SliceName>> edges;
  private final Function<SliceName, Item> boxes;
  private final int columns;
  private final Map<SliceName, Integer> levels = new LinkedHashMap<>();
  private final Map<SliceName, Item> items = new HashMap<>();
  private final Map<Lane, Item> lanes = new HashMap<>();
  private final List<List<Item>> rows = new ArrayList<>();

  /**
   * @param edges for every slice, in start order, the slices that a line leads from
   * @param boxes how each slice is shown
   * @param columns how wide a row of boxes may be
   */
  Layers(Map<SliceName, Set<SliceName>> edges, Function<SliceName, Item> boxes, int columns) {
    this.edges = edges;
    this.boxes = boxes;
    this.columns = columns;
  }

  List<List<Item>> rows() {
    edges.keySet().forEach(this::place);
    edges.forEach((name, befores) -> befores.forEach(before -> connect(before, name)));
    return rows;
  }

  /** How many rows down each slice stands, counted from 0. */
  Map<SliceName, Integer> levels() {
    return levels;
  }

  private void place(SliceName name) {
    Item box = boxes.apply(name);
    int level = edges.get(name).stream().mapToInt(b -> levels.get(b) + 1).max().orElse(0);
    while (level < rows.size() && used(level) + box.width() > columns) {
      level++;
    }
    levels.put(name, level);
    items.put(name, box);
    row(level).add(box);
  }

  private int used(int level) {
    return row(level).stream().mapToInt(item -> item.width() + GAP).sum();
  }

  private List<Item> row(int level) {
    while (rows.size() <= level) {
      rows.add(new ArrayList<>());
    }
    return rows.get(level);
  }

  /** All lines that lead far down to one slice share one lane. */
  private void connect(SliceName before, SliceName name) {
    Item upper = items.get(before);
    for (int level = levels.get(before) + 1; level < levels.get(name); level++) {
      Item lane = lanes.computeIfAbsent(new Lane(name, level), this::lane);
      if (!upper.below().contains(lane)) {
        upper.leadsTo(lane);
      }
      upper = lane;
    }
    if (!upper.below().contains(items.get(name))) {
      upper.leadsTo(items.get(name));
    }
  }

  private Item lane(Lane lane) {
    Item item = Item.lane();
    row(lane.level()).add(item);
    return item;
  }

  private record Lane(SliceName target, int level) {}

  /** The edges without those that others imply; every slice, in order. */
  static Map<SliceName, Set<SliceName>> reduced(Map<SliceName, Set<SliceName>> edges) {
    Map<SliceName, Set<SliceName>> reach = new HashMap<>();
    Map<SliceName, Set<SliceName>> reduced = new LinkedHashMap<>();
    edges.forEach(
        (name, befores) -> {
          Set<SliceName> implied = new TreeSet<>();
          befores.forEach(before -> implied.addAll(reach.get(before)));
          Set<SliceName> direct = new TreeSet<>(befores);
          direct.removeAll(implied);
          reduced.put(name, direct);
          implied.addAll(befores);
          reach.put(name, implied);
        });
    return reduced;
  }

  static int width(List<Item> row) {
    return row.stream().mapToInt(item -> item.width() + GAP).sum() - (row.isEmpty() ? 0 : GAP);
  }
}
