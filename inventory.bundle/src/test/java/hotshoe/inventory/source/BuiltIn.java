package hotshoe.inventory.source;

import hotshoe.inventory.Inventories;
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

/** The built-in plugins without a framework. */
public final class BuiltIn {

  private BuiltIn() {}

  /** A reader with all of them. */
  public static Inventories reader() {
    return new InventoryReader(
        List.of(
            new HostListPlugin(),
            new AdvancedHostListPlugin(),
            ScriptPlugin.with(new PlainScripts()),
            new AutoPlugin(),
            new YamlPlugin(),
            new IniPlugin(),
            new TomlPlugin(),
            new ConstructedPlugin(),
            new GeneratorPlugin()));
  }
}
