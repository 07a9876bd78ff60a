package hotshoe.inventory.format;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import org.osgi.service.component.annotations.Component;

/** Hosts with commas between them, on the command line (row AN-34). Holds nothing. */
@Component
public final class HostListPlugin implements InventoryPlugin {

  @Override
  public String name() {
    return "host_list";
  }

  @Override
  public String description() {
    return "Hosts with commas between them, without ranges.";
  }

  @Override
  public boolean verify(InventorySource source, PluginContext context) {
    return isList(source);
  }

  /** Whether it has a comma and is no file. */
  static boolean isList(InventorySource source) {
    return source.text().indexOf(',') >= 0 && !source.exists();
  }

  @Override
  public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context) {
    for (String item : source.text().split(",")) {
      String text = Lines.trimmed(item);
      if (!text.isEmpty()) {
        add(inventory, HostPattern.literal(text));
      }
    }
  }

  /** Adds those that nobody has added before. */
  static void add(InventoryBuilder inventory, HostPattern pattern) {
    for (String name : pattern.names()) {
      if (inventory.host(name).isEmpty()) {
        pattern.add(name, inventory, "ungrouped");
      }
    }
  }
}
