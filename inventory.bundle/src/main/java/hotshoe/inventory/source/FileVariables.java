package hotshoe.inventory.source;

import hotshoe.inventory.Origin;
import hotshoe.inventory.Variables;
import hotshoe.inventory.value.Table;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The variables that one file sets. Immutable. */
final class FileVariables implements Variables {

  private final String file;
  private final Table table;

  FileVariables(String file, Table table) {
    this.file = file;
    this.table = table;
  }

  @Override
  public int size() {
    return table.size();
  }

  @Override
  public Optional<Object> get(Object name) {
    return Optional.ofNullable(table.get(name));
  }

  @Override
  public Optional<Origin> origin(Object name) {
    for (int i = 0; i < table.size(); i++) {
      if (table.key(i).equals(name)) {
        return Optional.of(new Origin(file, table.line(i)));
      }
    }
    return Optional.empty();
  }

  @Override
  public void forEach(BiConsumer<Object, Object> each) {
    for (int i = 0; i < table.size(); i++) {
      each.accept(table.key(i), table.value(i));
    }
  }

  @Override
  public Map<Object, Object> asMap() {
    return table;
  }
}
