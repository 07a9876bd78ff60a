package hotshoe.shell.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table with titles; columns that are empty in every row are left out. */
final class Table {

  private static final String BETWEEN = "  ";
  private static final String INDENT = "    ";
  private static final int LEAST = 12;

  /** A last column narrower than this goes below its row instead. */
  private static final int READABLE = 24;

  private final List<Column> columns;
  private final List<List<Span>> rows = new ArrayList<>();

  Table(Column... columns) {
    this.columns = List.of(columns);
  }

  Table row(Span... cells) {
    rows.add(List.of(cells));
    return this;
  }

  List<String> lines(Screen screen) {
    List<Integer> shown = IntStream.range(0, columns.size()).filter(this::isUsed).boxed().toList();
    int[] natural = natural();
    int[] widths = fit(natural.clone(), shown, screen.columns());
    if (isCramped(shown, natural, widths)) {
      return stacked(shown, natural, screen);
    }
    List<String> lines = new ArrayList<>();
    lines.addAll(lines(titles(), shown, widths, screen));
    rows.forEach(row -> lines.addAll(lines(row, shown, widths, screen)));
    return lines;
  }

  private boolean isCramped(List<Integer> shown, int[] natural, int[] widths) {
    int last = shown.isEmpty() ? -1 : shown.get(shown.size() - 1);
    return shown.size() > 1
        && columns.get(last).fit() == Column.Fit.WRAP
        && widths[last] < READABLE
        && widths[last] < natural[last];
  }

  /** The last column's text below its row. */
  private List<String> stacked(List<Integer> shown, int[] natural, Screen screen) {
    List<Integer> first = shown.subList(0, shown.size() - 1);
    int last = shown.get(shown.size() - 1);
    int[] widths = fit(natural.clone(), first, screen.columns());
    List<String> lines = new ArrayList<>(lines(titles(), first, widths, screen));
    for (List<Span> row : rows) {
      lines.addAll(lines(row, first, widths, screen));
      if (!row.get(last).text().isEmpty()) {
        Width.wrap(row.get(last).text(), screen.columns() - INDENT.length())
            .forEach(text -> lines.add(INDENT + new Span(text, row.get(last).tone()).on(screen)));
      }
    }
    return lines;
  }

  private List<Span> titles() {
    return columns.stream().map(c -> new Span(c.title(), Tone.STRONG)).toList();
  }

  private boolean isUsed(int column) {
    return rows.stream().anyMatch(row -> !row.get(column).text().isEmpty());
  }

  private int[] natural() {
    return IntStream.range(0, columns.size())
        .map(c -> rows.stream().mapToInt(r -> r.get(c).width()).reduce(title(c), Math::max))
        .toArray();
  }

  private int title(int column) {
    return Width.of(columns.get(column).title());
  }

  /** Takes what is too much from the columns that can give, the widest first. */
  private int[] fit(int[] widths, List<Integer> shown, int room) {
    long excess =
        shown.stream().mapToLong(c -> widths[c]).sum()
            + (long) BETWEEN.length() * (shown.size() - 1)
            - room;
    while (excess > 0) {
      int widest = widestFlexible(widths, shown);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      excess--;
    }
    return widths;
  }

  private int widestFlexible(int[] widths, List<Integer> shown) {
    return shown.stream()
        .filter(c -> columns.get(c).fit() != Column.Fit.WHOLE)
        .filter(c -> widths[c] > Math.max(LEAST, title(c)))
        .max((a, b) -> Integer.compare(widths[a], widths[b]))
        .orElse(-1);
  }

  private List<String> lines(List<Span> row, List<Integer> shown, int[] widths, Screen screen) {
    List<List<String>> cells = shown.stream().map(c -> cell(row, c, widths[c], screen)).toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < shown.size(); c++) {
        String text = i < cells.get(c).size() ? cells.get(c).get(i) : "";
        int column = shown.get(c);
        line.append(line.isEmpty() && c == 0 ? "" : BETWEEN)
            .append(new Span(text, row.get(column).tone()).on(screen))
            .append(" ".repeat(Math.max(0, widths[column] - Width.of(text))));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private List<String> cell(List<Span> row, int column, int width, Screen screen) {
    String text = row.get(column).text();
    return switch (columns.get(column).fit()) {
      case WHOLE -> List.of(text);
      case CUT -> List.of(Width.cut(text, width, screen.choose("…", "~")));
      case WRAP -> Width.wrap(text, width);
    };
  }
}
