package hotshoe.inventory.format;

import hotshoe.inventory.ForeignValue;
import hotshoe.inventory.value.Table;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** TOML as values that know their lines. */
final class TomlData {

  private static final int LARGEST = 16 << 20;

  private TomlData() {}

  /** The document that a text is. */
  static Table read(String file, String text) {
    if (text.length() > LARGEST) {
      throw FormatProblems.tooLarge(file, LARGEST);
    }
    try {
      TomlParseResult result = Toml.parse(text);
      if (result.hasErrors()) {
        int line = result.errors().get(0).position().line();
        throw FormatProblems.toml(
            SourceFile.at(file, line), String.valueOf(result.errors().get(0).getMessage()));
      }
      return table(result);
    } catch (StackOverflowError tooDeep) {
      throw FormatProblems.toml(file, "it is nested too deep");
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException broken) {
      // the parser lets more than its own errors through
      throw FormatProblems.toml(file, String.valueOf(broken));
    }
  }

  private static Table table(TomlTable toml) {
    Table.Builder table = new Table.Builder();
    for (String key : toml.keySet()) {
      List<String> path = List.of(key);
      int line = Optional.ofNullable(toml.inputPositionOf(path)).map(TomlPosition::line).orElse(0);
      table.put(key, value(toml.get(path)), line);
    }
    return table.build();
  }

  private static Object value(Object toml) {
    if (toml instanceof TomlTable table) {
      return table(table);
    }
    if (toml instanceof TomlArray array) {
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        items.add(value(array.get(i)));
      }
      return Collections.unmodifiableList(items);
    }
    return toml instanceof LocalTime time ? new ForeignValue("time", time.toString()) : toml;
  }
}
