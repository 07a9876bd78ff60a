package hotshoe.inventory.format;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.value.Table;
import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Component;

/** A YAML file that names the plugin that reads it (row AN-5). Holds nothing. */
@Component
public final class AutoPlugin implements InventoryPlugin {

  @Override
  public String name() {
    return "auto";
  }

  @Override
  public String description() {
    return "YAML files that name their plugin, enabled or not, behind the key 'plugin'.";
  }

  @Override
  public boolean verify(InventorySource source, PluginContext context) {
    boolean isYaml = source.text().endsWith(".yml") || source.text().endsWith(".yaml");
    return isYaml && source.isReadableFile();
  }

  @Override
  public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context)
      throws IOException {
    Object data = context.data(Path.of(source.text()));
    boolean names =
        data instanceof Table table
            && table.containsKey("plugin")
            && !YamlPlugin.isEmpty(table.get("plugin"));
    if (!names) {
      throw FormatProblems.noPlugin(source.text());
    }
    context.delegate(String.valueOf(((Table) data).get("plugin")), inventory, source);
  }
}
