package hotshoe.inventory;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A host. That of an {@link Inventory} never changes; that of an {@link InventoryBuilder} is live,
 * and only for the thread that builds.
 */
@ProviderType
public interface Host {

  /** Its name. */
  String name();

  /** The groups it was put into, in the order in which that happened. */
  List<Group> groups();

  /**
   * Every group it is in, those above its groups included, in the order in which their variables
   * count: by depth, priority and name (row AN-16).
   */
  List<Group> allGroups();

  /** What the sources themselves say, without groups and without files of variables. */
  Variables variables();

  /** The source in which it was first seen; empty for one that no source names. */
  Optional<InventorySource> source();
}
