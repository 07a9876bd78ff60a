package hotshoe.inventory.format;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Component;

/** Sections of hosts, children and variables (rows AN-25 to AN-28). Holds nothing. */
@Component
public final class IniPlugin implements InventoryPlugin {

  @Override
  public String name() {
    return "ini";
  }

  @Override
  public String description() {
    return "Sections of hosts, of children and of variables, as in the oldest inventories.";
  }

  @Override
  public boolean verify(InventorySource source, PluginContext context) {
    return source.isReadableFile();
  }

  @Override
  public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context)
      throws IOException {
    String text = SourceFile.lenient(context.bytes(Path.of(source.text())));
    new IniReading(inventory, source.text()).read(text);
  }
}
