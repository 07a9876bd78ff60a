package hotshoe.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The inventories that the host keeps by name: read when somebody first asks, answered from memory
 * from then on, and read again when their sources change. What fails to be read leaves the last
 * good answer as it is. A service of the host; safe for use by many threads.
 *
 * <p>Whoever names an inventory that is not there gets {@link hotshoe.problem.ProblemException}.
 */
@ProviderType
public interface NamedInventories {

  /** How all of them are, by name. Reads none of them. */
  List<NamedInventory> list();

  /** How one of them is. Does not read it. */
  Optional<NamedInventory> find(String name);

  /**
   * The last good answer; reads it if there is none yet.
   *
   * @throws hotshoe.problem.ProblemException also when there is no good answer, with every reason
   */
  Inventory inventory(String name);

  /**
   * Reads it anew, out of no cache, and makes its additions again (row AN-12).
   *
   * @return what became different, perhaps nothing
   * @throws hotshoe.problem.ProblemException when it cannot be read; the last good answer stays
   */
  InventoryChange refresh(String name);

  /**
   * The latest changes after a version, the oldest first. The host remembers a hundred of each
   * inventory; whoever finds the first one missing asks for the inventory.
   */
  List<InventoryChange> changes(String name, long afterVersion);

  /**
   * Adds a host, or variables and groups to one that is there; the addition outlives refreshes (row
   * AN-12). Groups that are not there are created.
   *
   * @return whether that changed anything
   */
  boolean addHost(String name, String host, List<String> groups, Map<String, ?> variables);

  /**
   * Puts a host into a group, and that group into others; the addition outlives refreshes (row
   * AN-12). Groups that are not there are created. A host that a later reading does not find is
   * passed over.
   *
   * @return whether that changed anything
   */
  boolean groupBy(String name, String host, String group, List<String> parents);

  /** Drops all additions and reads it anew. */
  InventoryChange forgetAdditions(String name);

  /**
   * Keeps a definition; one of that name is replaced. It is not read yet; what was read of a
   * replaced one is read anew at once.
   *
   * @throws hotshoe.problem.ProblemException when it cannot be stored
   */
  void put(InventoryDefinition definition);

  /** Drops a definition; false when there was none. Its sources stay. */
  boolean remove(String name);

  /** Tells the listener of changes until the result is closed. */
  Listening listen(InventoryListener listener);

  /** Ends with {@link #close}. */
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }
}
