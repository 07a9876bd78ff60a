package hotshoe.inventory.source;

import hotshoe.inventory.Inventories;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventoryRequest;
import hotshoe.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Reads inventories with the plugins that are here now; they come and go with extensions. Of two
 * with one name the one that a framework prefers counts. Holds nothing between two requests.
 */
@Component(service = {Inventories.class, InventoryReader.class})
public final class InventoryReader implements Inventories {

  private final List<InventoryPlugin> own;
  private final ConcurrentNavigableMap<ServiceReference<InventoryPlugin>, InventoryPlugin> arrived =
      new ConcurrentSkipListMap<>(Collections.reverseOrder());

  /** Reads with the plugins that arrive. */
  @Activate
  public InventoryReader() {
    this(List.of());
  }

  /** Reads with these plugins, where there is no framework. */
  public InventoryReader(List<InventoryPlugin> plugins) {
    this.own = List.copyOf(plugins);
  }

  /** A plugin has come. */
  @Reference(
      service = InventoryPlugin.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "leave")
  public void arrive(InventoryPlugin plugin, ServiceReference<InventoryPlugin> reference) {
    arrived.put(reference, plugin);
  }

  /** A plugin is going; what it reads at the moment it reads to the end. */
  public void leave(InventoryPlugin plugin, ServiceReference<InventoryPlugin> reference) {
    arrived.remove(reference, plugin);
  }

  @Override
  public Reading read(InventoryRequest request) {
    return read(request, new Footprint());
  }

  /** The same; the footprint tells afterwards what was looked at. */
  public Reading read(InventoryRequest request, Footprint footprint) {
    try {
      return new InventoryRun(request, present(), footprint).read();
    } catch (ProblemException refused) {
      return new Refused(refused.problems(), 1);
    }
  }

  /** Those that are here, the preferred first. */
  private List<InventoryPlugin> present() {
    List<InventoryPlugin> present = new ArrayList<>(own);
    present.addAll(arrived.values());
    return present;
  }

  @Override
  public List<InventoryPlugin> plugins() {
    return present().stream().sorted(Comparator.comparing(InventoryPlugin::name)).toList();
  }
}
