package hotshoe.inventory;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of changes of inventories with a name. Register it as a service, or give it to {@link
 * NamedInventories#listen}.
 */
@ConsumerType
@FunctionalInterface
public interface InventoryListener {

  /**
   * An inventory became different; the answers of {@link NamedInventories} are the new ones
   * already. Changes of one inventory come one after another, in order. What this throws is logged
   * and hurts nobody else; whoever takes long keeps later changes waiting.
   */
  void changed(InventoryChange change);
}
