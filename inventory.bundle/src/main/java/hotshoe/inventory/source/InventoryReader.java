package hotshoe.inventory.source;

import hotshoe.inventory.Inventories;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventoryRequest;
import hotshoe.problem.ProblemException;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Reads inventories with the plugins that are here. Holds nothing between two requests. */
@Component
public final class InventoryReader implements Inventories {

  private final List<InventoryPlugin> plugins;

  /** Reads with these plugins. */
  @Activate
  public InventoryReader(
      @Reference(
              cardinality = ReferenceCardinality.MULTIPLE,
              policyOption = ReferencePolicyOption.GREEDY)
          List<InventoryPlugin> plugins) {
    this.plugins = List.copyOf(plugins);
  }

  @Override
  public Reading read(InventoryRequest request) {
    try {
      return new InventoryRun(request, plugins).read();
    } catch (ProblemException refused) {
      return new Refused(refused.problems(), 1);
    }
  }

  @Override
  public List<InventoryPlugin> plugins() {
    return plugins.stream().sorted(Comparator.comparing(InventoryPlugin::name)).toList();
  }
}
