package hotshoe.inventory.constructed;

import hotshoe.inventory.InventorySource;
import java.util.Set;

/** Files that are the configuration of a plugin. */
final class ConfigurationFiles {

  private static final Set<String> ENDINGS = Set.of("", ".config", ".yml", ".yaml", ".json");

  private ConfigurationFiles() {}

  /** Whether a source has a name that such files have. */
  static boolean isOne(InventorySource source) {
    return source.isReadableFile() && ENDINGS.contains(source.extension());
  }
}
