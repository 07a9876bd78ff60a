package hotshoe.form;

import hotshoe.type.Checked;
import hotshoe.type.Type;
import hotshoe.type.Values;
import hotshoe.type.Values.Reading;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a script wants people to see of its result: JSON with {@code printmessage} true, and a
 * {@code message} (row CS-69). Home's page shows tables only; texts, which its documentation
 * promises, are shown here too. Immutable.
 */
public sealed interface ResultView {

  /**
   * A table.
   *
   * @param columns the keys of the first row, in order
   * @param rows plain values by column; what a row does not have is absent
   */
  record Table(List<String> columns, List<Map<String, Object>> rows) implements ResultView {
    public Table {
      columns = List.copyOf(columns);
      rows =
          rows.stream().map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row))).toList();
    }
  }

  /**
   * A text.
   *
   * @param text as the script wrote it
   */
  record Words(String text) implements ResultView {}

  /**
   * What is to be seen of a result, if its script says so.
   *
   * @param plain the result itself, or one whose {@code details} are what a script wrote
   */
  static Optional<ResultView> of(Object plain) {
    if (!(plain instanceof Map<?, ?> result)) {
      return Optional.empty();
    }
    return isPrinted(result)
        ? message(result.get("message"))
        : written(result.get("details"))
            .filter(ResultView::isPrinted)
            .flatMap(it -> message(it.get("message")));
  }

  private static boolean isPrinted(Map<?, ?> result) {
    return "true".equalsIgnoreCase(String.valueOf(result.get("printmessage")));
  }

  /** What a script wrote, if it is a JSON object. */
  private static Optional<Map<?, ?>> written(Object details) {
    if (!(details instanceof String text) || !text.stripLeading().startsWith("{")) {
      return details instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    }
    Checked read = Values.check(Type.mapOf(Type.any()), text.strip(), Reading.LENIENT, "");
    return read instanceof Checked.Valid valid
        ? Optional.of((Map<?, ?>) valid.value())
        : Optional.empty();
  }

  private static Optional<ResultView> message(Object message) {
    if (message instanceof Map<?, ?> row) {
      return Optional.of(table(List.of(row)));
    }
    if (message instanceof List<?> rows && !rows.isEmpty() && isOfRows(rows)) {
      return Optional.of(table(rows));
    }
    return message instanceof String text && !text.isBlank()
        ? Optional.of(new Words(text))
        : Optional.empty();
  }

  private static boolean isOfRows(List<?> rows) {
    return rows.stream().allMatch(row -> row instanceof Map<?, ?>);
  }

  private static Table table(List<?> rows) {
    List<String> columns =
        ((Map<?, ?>) rows.get(0)).keySet().stream().map(String::valueOf).toList();
    return new Table(columns, rows.stream().map(row -> row(columns, (Map<?, ?>) row)).toList());
  }

  private static Map<String, Object> row(List<String> columns, Map<?, ?> row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    for (String column : columns) {
      if (row.get(column) != null) {
        cells.put(column, row.get(column));
      }
    }
    return cells;
  }
}
