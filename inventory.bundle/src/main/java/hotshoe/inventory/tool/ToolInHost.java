package hotshoe.inventory.tool;

import hotshoe.inventory.Inventories;
import hotshoe.inventory.InventoryCommand;
import hotshoe.inventory.NamedInventories;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tool with what only a host has: the plugins of extensions, and inventories with a name. */
@Component
public final class ToolInHost implements InventoryCommand {

  private final InventoryTool tool;

  /** Answers out of these. */
  @Activate
  public ToolInHost(@Reference Inventories inventories, @Reference NamedInventories named) {
    this.tool = new InventoryTool(new NamedOrRead(inventories, named));
  }

  @Override
  public int run(
      List<String> words,
      Map<String, String> environment,
      Path folder,
      OutputStream output,
      OutputStream messages) {
    return tool.run(words, environment, folder, output, messages);
  }
}
