package hotshoe.inventory;

import java.util.Objects;

/**
 * A source that was read.
 *
 * @param source the source
 * @param plugin the name of the plugin that read it
 */
public record ReadSource(InventorySource source, String plugin) {
  public ReadSource {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(plugin, "plugin");
  }
}
