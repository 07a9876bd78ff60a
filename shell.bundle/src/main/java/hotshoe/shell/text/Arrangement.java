package hotshoe.shell.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Orders the items of every row so that few lines cross, and then gives them their columns. */
final class Arrangement {

  private static final int SWEEPS = 12;

  private final List<List<Item>> rows;
  private final int columns;

  Arrangement(List<List<Item>> rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  void apply() {
    order();
    rows.forEach(row -> align(row, Item::centre));
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      rows.forEach(row -> align(row, item -> item.centreOf(item.above())));
      backwards().forEach(row -> align(row, item -> item.centreOf(item.below())));
    }
    rows.forEach(row -> align(row, Arrangement::between));
    moveToEdge();
  }

  private void moveToEdge() {
    List<Item> items = rows.stream().flatMap(List::stream).toList();
    int margin = items.stream().mapToInt(Item::column).min().orElse(0);
    items.forEach(item -> item.moveTo(item.column() - margin));
  }

  private static double between(Item item) {
    return (item.centreOf(item.above()) + item.centreOf(item.below())) / 2;
  }

  private List<List<Item>> backwards() {
    List<List<Item>> backwards = new ArrayList<>(rows);
    Collections.reverse(backwards);
    return backwards;
  }

  private void order() {
    List<List<Item>> best = copy();
    int fewest = crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      boolean down = sweep % 2 == 0;
      (down ? rows : backwards()).forEach(row -> sort(row, down ? Item::above : Item::below));
      int crossings = crossings();
      if (crossings < fewest) {
        fewest = crossings;
        best = copy();
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).clear();
      rows.get(i).addAll(best.get(i));
    }
  }

  private List<List<Item>> copy() {
    List<List<Item>> copy = new ArrayList<>();
    rows.forEach(row -> copy.add(List.copyOf(row)));
    return copy;
  }

  private void sort(List<Item> row, Function<Item, List<Item>> neighbours) {
    Map<Item, Double> places = new HashMap<>();
    Map<Item, Integer> now = positions();
    for (Item item : row) {
      double own = now.get(item);
      places.put(item, neighbours.apply(item).stream().mapToInt(now::get).average().orElse(own));
    }
    row.sort(Comparator.comparingDouble(places::get));
  }

  private Map<Item, Integer> positions() {
    Map<Item, Integer> positions = new HashMap<>();
    rows.forEach(row -> row.forEach(item -> positions.put(item, row.indexOf(item))));
    return positions;
  }

  private int crossings() {
    Map<Item, Integer> positions = positions();
    int crossings = 0;
    for (List<Item> row : rows) {
      List<int[]> lines = new ArrayList<>();
      row.forEach(
          u -> u.below().forEach(l -> lines.add(new int[] {positions.get(u), positions.get(l)})));
      for (int[] a : lines) {
        crossings += (int) lines.stream().filter(b -> a[0] < b[0] && a[1] > b[1]).count();
      }
    }
    return crossings;
  }

  /**
   * Moves the items of a row as near as possible to where they want to be, all together: groups
   * that press against each other settle at the mean of their wishes.
   */
  private void align(List<Item> row, Function<Item, Double> wish) {
    List<Group> groups = new ArrayList<>();
    double offset = 0;
    for (Item item : row) {
      Group group = new Group();
      group.add(wish.apply(item) - (item.width() - 1) / 2.0 - offset);
      while (!groups.isEmpty() && groups.get(groups.size() - 1).mean() >= group.mean()) {
        group.merge(groups.remove(groups.size() - 1));
      }
      groups.add(group);
      offset += item.width() + Layers.GAP;
    }
    settle(row, groups, columns - Layers.width(row));
  }

  private static void settle(List<Item> row, List<Group> groups, int slack) {
    int offset = 0;
    int index = 0;
    for (Group group : groups) {
      int start = (int) Math.round(Math.max(0, Math.min(slack, group.mean())));
      for (int i = 0; i < group.count; i++) {
        Item item = row.get(index++);
        item.moveTo(start + offset);
        offset += item.width() + Layers.GAP;
      }
    }
  }

  private static final class Group {
    private double sum;
    private int count;

    void add(double wish) {
      sum += wish;
      count++;
    }

    void merge(Group other) {
      sum += other.sum;
      count += other.count;
    }

    double mean() {
      return sum / count;
    }
  }
}
