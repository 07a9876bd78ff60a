package hotshoe.inventory.constructed;

import hotshoe.inventory.value.Table;
import hotshoe.type.NothingValue;
import java.util.List;
import java.util.Optional;

/**
 * Where the options of a source are written.
 *
 * @param source the source
 * @param content what it holds
 */
public record Places(String source, Table content) {

  /** The line of an entry in a map of options; 0 where nobody knows. */
  int line(String section, String name) {
    return table(section).map(table -> line(table, name)).orElse(0);
  }

  private Optional<Table> table(String section) {
    return value(section) instanceof Table table ? Optional.of(table) : Optional.empty();
  }

  private Object value(String section) {
    return content.containsKey(section) ? content.get(section) : NothingValue.NOTHING;
  }

  private static int line(Table table, String name) {
    for (int i = 0; i < table.size(); i++) {
      if (String.valueOf(table.key(i)).equals(name)) {
        return table.line(i);
      }
    }
    return 0;
  }

  /** The line of the first thing in an entry of a list of options. */
  int line(String section, int place) {
    boolean isThere =
        value(section) instanceof List<?> list
            && place < list.size()
            && list.get(place) instanceof Table table
            && table.size() > 0;
    return isThere ? ((Table) ((List<?>) value(section)).get(place)).line(0) : 0;
  }

  /** File and line of an entry in a map of options. */
  String of(String section, String name) {
    return at(line(section, name));
  }

  /** File and line of an entry in a list of options. */
  String of(String section, int place) {
    return at(line(section, place));
  }

  /** File and line. */
  String at(int line) {
    return line == 0 ? source : source + ":" + line;
  }
}
