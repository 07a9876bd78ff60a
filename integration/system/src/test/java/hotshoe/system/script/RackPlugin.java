package hotshoe.system.script;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;

/**
 * An inventory plugin that only an extension brings: {@code rack:NAME,COUNT} is that many hosts.
 */
public final class RackPlugin implements InventoryPlugin {

  @Override
  public String name() {
    return "racks";
  }

  @Override
  public boolean verify(InventorySource source, PluginContext context) {
    return source.text().startsWith("rack:");
  }

  @Override
  public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context) {
    String[] parts = source.text().substring("rack:".length()).split(",");
    String group = inventory.addGroup(parts[0]);
    for (int i = 1; i <= Integer.parseInt(parts[1]); i++) {
      inventory.addHost(parts[0] + i, group);
      inventory.setVariable(parts[0] + i, "unit", (long) i);
    }
  }
}
