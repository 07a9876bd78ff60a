package hotshoe.inventory.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A YAML mapping while it is read: what is merged into it stands below its own keys. */
final class YamlMapping {

  private final BiConsumer<Object, Integer> duplicates;
  private final List<Entry> own = new ArrayList<>(4);
  private final List<Table> merged = new ArrayList<>(0);

  private record Entry(Object key, Object value, int line) {}

  YamlMapping(BiConsumer<Object, Integer> duplicates) {
    this.duplicates = duplicates;
  }

  void put(Object key, Object value, int line) {
    own.add(new Entry(key, value, line));
  }

  /** Of several maps in a list the first one wins. */
  void merge(Object value, int line) throws Unreadable {
    if (value instanceof Table table) {
      merged.add(table);
    } else if (value instanceof List<?> list) {
      for (int i = list.size() - 1; i >= 0; i--) {
        if (!(list.get(i) instanceof Table table)) {
          throw new Unreadable("expected a mapping for merging, but found another value", line);
        }
        merged.add(table);
      }
    } else {
      throw new Unreadable(
          "expected a mapping or list of mappings for merging, but found another value", line);
    }
  }

  Object build() {
    Table.Builder table = new Table.Builder();
    merged.forEach(map -> table.putAll(map, 0));
    boolean isMerged = !merged.isEmpty();
    for (Entry entry : own) {
      boolean isTwice = table.put(entry.key(), entry.value(), entry.line());
      if (isTwice && !isMerged) {
        duplicates.accept(entry.key(), entry.line());
      }
    }
    return table.build();
  }
}
