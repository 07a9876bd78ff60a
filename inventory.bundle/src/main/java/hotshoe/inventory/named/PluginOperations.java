package hotshoe.inventory.named;

import hotshoe.host.Host;
import hotshoe.inventory.Inventories;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.operation.Operation;
import hotshoe.operation.OperationComponent;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.operation.Parameter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What everybody may ask of the plugins that read inventories. */
@Component(service = OperationComponent.class)
public final class PluginOperations implements OperationComponent {

  private final Inventories inventories;

  /**
   * Answers from these.
   *
   * @param host is ready, so that nobody waits for this at the start
   */
  @Activate
  public PluginOperations(
      @Reference(target = "(hotshoe.ready=true)") Host host, @Reference Inventories inventories) {
    this.inventories = inventories;
  }

  /** All of them. */
  @Operation(
      name = "inventory-plugins",
      description = "Lists the plugins that read inventories, those of extensions included.",
      roles = "read-only",
      traits = Trait.READ_ONLY)
  public List<Told.Plugin> plugins() {
    return inventories.plugins().stream().map(Told.Plugin::of).toList();
  }

  /** The options of one. */
  @Operation(
      name = "inventory-plugin-options",
      description = "Lists the options of a plugin with type, default, environment and file.",
      roles = "read-only",
      traits = Trait.READ_ONLY)
  public List<Told.Option> options(@Parameter(description = "Its name.") String plugin) {
    List<String> names = inventories.plugins().stream().map(InventoryPlugin::name).toList();
    return inventories.plugins().stream()
        .filter(known -> known.name().equals(plugin))
        .findFirst()
        .orElseThrow(() -> NamedProblems.plugin(plugin, names))
        .options()
        .stream()
        .map(Told.Option::of)
        .toList();
  }
}
