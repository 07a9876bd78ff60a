package hotshoe.inventory.tool;

import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.constructed.ConstructedPlugin;
import hotshoe.inventory.constructed.GeneratorPlugin;
import hotshoe.inventory.format.AdvancedHostListPlugin;
import hotshoe.inventory.format.AutoPlugin;
import hotshoe.inventory.format.HostListPlugin;
import hotshoe.inventory.format.IniPlugin;
import hotshoe.inventory.format.PlainScripts;
import hotshoe.inventory.format.ScriptPlugin;
import hotshoe.inventory.format.TomlPlugin;
import hotshoe.inventory.format.YamlPlugin;
import java.util.List;

/** The plugins of this bundle where no framework brings them together. */
public final class BuiltInPlugins {

  private BuiltInPlugins() {}

  /** All of them; scripts are started plainly. */
  public static List<InventoryPlugin> all() {
    return List.of(
        new HostListPlugin(),
        new AdvancedHostListPlugin(),
        ScriptPlugin.with(new PlainScripts()),
        new AutoPlugin(),
        new YamlPlugin(),
        new IniPlugin(),
        new TomlPlugin(),
        new ConstructedPlugin(),
        new GeneratorPlugin());
  }
}
