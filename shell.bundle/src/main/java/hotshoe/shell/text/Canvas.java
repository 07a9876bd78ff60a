package hotshoe.shell.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Squared paper for lines and text. Lines know which net they belong to: lines of one net join
 * where they meet, those of two nets cross, and then the one that goes down passes over the other.
 */
final class Canvas {

  private static final int UP = 1;
  private static final int DOWN = 2;
  private static final int LEFT = 4;
  private static final int RIGHT = 8;

  /** What a cell shows, by the directions in which lines leave it. */
  private static final String LINES = " │││─┘┐┤─└┌├─┴┬┼";

  private static final String PLAIN_LINES = " |||-+++-+++-+++";

  private final int columns;
  private final List<Cell[]> rows = new ArrayList<>();
  private final Screen screen;

  Canvas(int columns, Screen screen) {
    this.columns = columns;
    this.screen = screen;
  }

  int columns() {
    return columns;
  }

  /** A line across, both ends included. */
  void across(int row, int from, int to, int net) {
    for (int column = from; column <= to; column++) {
      int directions = (column > from ? LEFT : 0) | (column < to ? RIGHT : 0);
      join(cell(row, column), directions, net);
    }
  }

  /** A line down, from the lower edge of the first cell to the upper edge of the last one. */
  void down(int column, int from, int to, int net) {
    for (int row = from; row <= to; row++) {
      int directions = (row > from ? UP : 0) | (row < to ? DOWN : 0);
      pass(cell(row, column), directions, net);
    }
  }

  private static void join(Cell cell, int directions, int net) {
    cell.directions = cell.net == net ? cell.directions | directions : directions;
    cell.net = net;
  }

  private static void pass(Cell cell, int directions, int net) {
    boolean other = cell.directions != 0 && cell.net != net;
    if (other && directions == (UP | DOWN)) {
      cell.directions = 0;
    }
    cell.directions |= directions;
    cell.net = net;
  }

  /** A box of three rows; where a line touches it, the border shows that. */
  void box(int top, Item item) {
    String[] b = (screen.unicode() ? "┌ ─ ┐ │ └ ┘ ▼ ┬" : "+ - + | + + v +").split(" ");
    int left = item.column();
    int right = left + item.width() - 1;
    border(top, left, right, b[0], b[1], b[2], b[6], item.tone());
    text(top + 1, left, b[3] + " " + item.text() + " " + b[3], item.tone());
    border(top + 2, left, right, b[4], b[1], b[5], b[7], item.tone());
  }

  private void border(
      int row, int left, int right, String first, String line, String last, String end, Tone tone) {
    for (int column = left; column <= right; column++) {
      String part = column == left ? first : column == right ? last : line;
      text(row, column, cell(row, column).directions == 0 ? part : end, tone);
    }
  }

  void text(int row, int column, String text, Tone tone) {
    int[] codePoints = text.codePoints().toArray();
    for (int i = 0; i < codePoints.length; i++) {
      Cell cell = cell(row, column + i);
      cell.text = Character.toString(codePoints[i]);
      cell.tone = tone;
    }
  }

  private Cell cell(int row, int column) {
    while (rows.size() <= row) {
      Cell[] cells = new Cell[columns];
      for (int i = 0; i < columns; i++) {
        cells[i] = new Cell();
      }
      rows.add(cells);
    }
    return rows.get(row)[column];
  }

  void writeTo(Page page) {
    for (Cell[] row : rows) {
      page.line(spans(row));
    }
  }

  private Span[] spans(Cell[] row) {
    List<Span> spans = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Tone tone = Tone.PLAIN;
    for (Cell cell : row) {
      if (cell.tone != tone) {
        spans.add(new Span(text.toString(), tone));
        text.setLength(0);
        tone = cell.tone;
      }
      text.append(shown(cell));
    }
    spans.add(new Span(text.toString(), tone));
    return spans.toArray(Span[]::new);
  }

  private String shown(Cell cell) {
    if (!cell.text.isEmpty()) {
      return cell.text;
    }
    String lines = screen.unicode() ? LINES : PLAIN_LINES;
    return lines.substring(cell.directions, cell.directions + 1);
  }

  private static final class Cell {
    private int directions;
    private int net = -1;
    private String text = "";
    private Tone tone = Tone.PLAIN;
  }
}
