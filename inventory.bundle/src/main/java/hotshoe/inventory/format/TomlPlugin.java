package hotshoe.inventory.format;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.value.Table;
import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Component;

/** Groups as tables of TOML 1.0 (row AN-33). Holds nothing. */
@Component
public final class TomlPlugin implements InventoryPlugin {

  @Override
  public String name() {
    return "toml";
  }

  @Override
  public String description() {
    return "Groups as tables of TOML.";
  }

  @Override
  public boolean verify(InventorySource source, PluginContext context) {
    return source.isReadableFile() && source.extension().equals(".toml");
  }

  @Override
  public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context)
      throws IOException {
    Path file = Path.of(source.text());
    Table document = TomlData.read(source.text(), SourceFile.text(file, context.bytes(file)));
    if (document.isEmpty()) {
      throw FormatProblems.structure(
          source.text(), "Parsed empty TOML file", "write groups into it, or remove it");
    }
    if (document.containsKey("plugin") && !YamlPlugin.isEmpty(document.get("plugin"))) {
      throw FormatProblems.isConfiguration(source.text(), "TOML");
    }
    new GroupTree(inventory, context, source.text()).readToml(document);
  }
}
