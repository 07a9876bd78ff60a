package hotshoe.inventory;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Somebody who brings inventories with names, such as an extension that is an archive of sources;
 * registered as a service. They are there as long as the service is. A definition of the same name
 * that the host keeps itself wins.
 */
@ConsumerType
public interface InventoryProvider {

  /**
   * What it brings now. Asked often, by any thread; quick after the first time.
   *
   * @throws hotshoe.problem.ProblemException when it cannot bring them now, with the reason
   */
  List<InventoryDefinition> inventories();
}
