package hotshoe.shell.text;

import hotshoe.form.ResultView;
import hotshoe.type.Type;
import hotshoe.type.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plain values for people: texts as they are, records as lines, lists of records as tables, or as
 * lines too where a table would be too wide.
 */
final class PlainText {

  private static final int MOST_COLUMNS = 8;

  private PlainText() {}

  /** A value in one line. */
  static String word(Object plain) {
    if (plain == null) {
      return "";
    }
    return plain instanceof Map<?, ?> || plain instanceof List<?>
        ? JsonWriter.compact(plain)
        : plain.toString();
  }

  /** A canonical value in one line; secrets are starred. */
  static String word(Type type, Object canonical) {
    return word(Values.plain(type, canonical, Values.Secrets.HIDDEN));
  }

  static void write(Object plain, Page page) {
    if (plain instanceof Map<?, ?> map) {
      fields(map, page);
    } else if (plain instanceof List<?> list) {
      elements(list, page);
    } else if (plain != null) {
      plain.toString().lines().forEach(page::line);
    }
  }

  /** What a script wants people to see. */
  static void write(ResultView view, Page page) {
    if (view instanceof ResultView.Words words) {
      words.text().lines().forEach(page::line);
    } else {
      ResultView.Table table = (ResultView.Table) view;
      page.table(table(table.rows(), table.columns()));
    }
  }

  private static void fields(Map<?, ?> map, Page page) {
    int widest = map.keySet().stream().mapToInt(k -> Width.of(k.toString())).max().orElse(0);
    map.forEach(
        (key, value) ->
            page.labelled(
                "", new Span(key.toString(), Tone.FAINT), widest + 2, Span.of(word(value))));
  }

  private static void elements(List<?> list, Page page) {
    Set<String> keys = new LinkedHashSet<>();
    list.forEach(
        element -> {
          if (element instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> keys.add(key.toString()));
          }
        });
    boolean records = !list.isEmpty() && list.stream().allMatch(e -> e instanceof Map<?, ?>);
    if (records && keys.size() <= MOST_COLUMNS) {
      page.table(table(list, new ArrayList<>(keys)));
    } else if (records) {
      records(list, page);
    } else {
      list.forEach(element -> page.line(word(element)));
    }
  }

  private static void records(List<?> list, Page page) {
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        page.line("");
      }
      fields((Map<?, ?>) list.get(i), page);
    }
  }

  private static Table table(List<?> list, List<String> keys) {
    Table table = new Table(keys.stream().map(Column::wrap).toArray(Column[]::new));
    for (Object element : list) {
      Map<?, ?> map = (Map<?, ?>) element;
      table.row(keys.stream().map(key -> Span.of(word(map.get(key)))).toArray(Span[]::new));
    }
    return table;
  }
}
