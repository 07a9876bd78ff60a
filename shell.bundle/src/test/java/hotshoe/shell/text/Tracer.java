package hotshoe.shell.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a drawing as an eye does: from the arrow of every box up along the lines to the boxes where
 * they begin. Where a line meets one that goes down without a corner, it passes under it.
 */
final class Tracer {

  private static final int UP = 1;
  private static final int DOWN = 2;
  private static final int LEFT = 4;
  private static final int RIGHT = 8;
  private static final String CORNERS = "┘┐┤└┌├┴┬┼";
  private static final int[] LEGS = {5, 6, 7, 9, 10, 11, 13, 14, 15};

  private final List<String> lines;
  private final List<Box> boxes = new ArrayList<>();

  Tracer(String drawing) {
    this.lines = drawing.lines().toList();
    Pattern box = Pattern.compile("│ (\\w+) │");
    for (int row = 0; row < lines.size(); row++) {
      Matcher matcher = box.matcher(lines.get(row));
      for (int from = 0; matcher.find(from); from = matcher.end() - 1) {
        if (at(row - 1, matcher.start()) == '┌') {
          boxes.add(new Box(matcher.group(1), row, matcher.start(), matcher.end() - 1));
        }
      }
    }
  }

  /** For every box, the boxes from which lines lead to it. */
  Map<String, Set<String>> edges() {
    Map<String, Set<String>> edges = new TreeMap<>();
    boxes.forEach(box -> edges.put(box.name(), new TreeSet<>()));
    for (Box box : boxes) {
      for (int column = box.left(); column <= box.right(); column++) {
        if (at(box.row() - 1, column) == '▼') {
          edges.get(box.name()).addAll(origins(box.row() - 2, column));
        }
      }
    }
    return edges;
  }

  private Set<String> origins(int row, int column) {
    Set<String> origins = new TreeSet<>();
    Set<Step> seen = new HashSet<>();
    Deque<Step> open = new ArrayDeque<>(List.of(new Step(row, column, UP)));
    while (!open.isEmpty()) {
      Step step = open.pop();
      if (seen.add(step)) {
        boxes.stream().filter(box -> box.endsAt(step)).map(Box::name).forEach(origins::add);
        if (boxes.stream().noneMatch(box -> box.endsAt(step))) {
          open.addAll(next(step));
        }
      }
    }
    return origins;
  }

  private List<Step> next(Step step) {
    char c = at(step.row(), step.column());
    int corner = CORNERS.indexOf(c);
    if (corner < 0) {
      return c == '│' || c == '─' ? List.of(step.on(step.direction())) : List.of();
    }
    List<Step> next = new ArrayList<>();
    for (int direction : new int[] {UP, LEFT, RIGHT}) {
      boolean back = direction != UP && step.direction() != UP && direction != step.direction();
      if ((LEGS[corner] & direction) != 0 && !back) {
        next.add(step.on(direction));
      }
    }
    return next;
  }

  private char at(int row, int column) {
    if (row < 0 || row >= lines.size() || column < 0 || column >= lines.get(row).length()) {
      return ' ';
    }
    return lines.get(row).charAt(column);
  }

  private record Box(String name, int row, int left, int right) {
    boolean endsAt(Step step) {
      return step.direction() == UP
          && step.row() == row + 1
          && step.column() >= left
          && step.column() <= right;
    }
  }

  private record Step(int row, int column, int direction) {
    Step on(int to) {
      int down = to == UP ? -1 : to == DOWN ? 1 : 0;
      int across = to == LEFT ? -1 : to == RIGHT ? 1 : 0;
      return new Step(row + down, column + across, to);
    }
  }
}
