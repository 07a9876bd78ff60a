package hotshoe.inventory.constructed;

import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.value.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files that are the configuration of a plugin. */
final class ConfigurationFiles {

  private static final Set<String> ENDINGS = Set.of("", ".config", ".yml", ".yaml", ".json");

  private ConfigurationFiles() {}

  /** Whether a source has a name that such files have. */
  static boolean isOne(InventorySource source) {
    return source.isReadableFile() && ENDINGS.contains(source.extension());
  }

  /** Tells of keys that are no options. */
  static void tellUnknown(InventorySource source, PluginContext context, Stream<String> options)
      throws IOException {
    List<String> known = Stream.concat(Stream.of("plugin"), options).collect(Collectors.toList());
    if (context.data(Path.of(source.text())) instanceof Table table) {
      for (int i = 0; i < table.size(); i++) {
        String key = String.valueOf(table.key(i));
        if (!known.contains(key)) {
          String place = source.text() + ":" + table.line(i);
          context.warn(ConstructedProblems.unknownOption(place, key, known));
        }
      }
    }
  }
}
