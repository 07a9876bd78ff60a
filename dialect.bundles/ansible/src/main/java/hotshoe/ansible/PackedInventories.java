package hotshoe.ansible;

import hotshoe.inventory.InventoryDefinition;
import hotshoe.inventory.InventoryProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The inventories of an extension: each folder of sources under a name, as long as the extension
 * runs. One is made in the bundle of each extension. Immutable.
 */
public final class PackedInventories implements InventoryProvider {

  static final String INVENTORIES = "inventories";

  private final PackedFiles files;
  private final List<String> inventories;

  /**
   * Inventories of one extension.
   *
   * @param files where they lie
   * @param properties what the bundle says of them
   */
  public PackedInventories(PackedFiles files, Map<String, Object> properties) {
    this.files = files;
    this.inventories = Lists.of(properties.get(INVENTORIES));
  }

  @Override
  public List<InventoryDefinition> inventories() {
    Path folder = files.folder();
    return inventories.stream().map(entry -> definition(entry, folder)).toList();
  }

  private static InventoryDefinition definition(String entry, Path folder) {
    int blank = entry.indexOf(' ');
    Path source = folder.resolve(entry.substring(blank + 1)).normalize();
    return InventoryDefinition.of(entry.substring(0, blank), source.toString()).in(source);
  }
}
