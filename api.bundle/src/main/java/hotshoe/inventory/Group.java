package hotshoe.inventory;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A named set of hosts and groups with variables. That of an {@link Inventory} never changes; that
 * of an {@link InventoryBuilder} is live, and only for the thread that builds.
 */
@ProviderType
public interface Group {

  /** Its name. */
  String name();

  /** The hosts that were put into this group itself, in the order in which they came. */
  List<Host> hosts();

  /** The groups directly below, in the order in which they came. */
  List<Group> children();

  /** The groups directly above, in the order in which they came. */
  List<Group> parents();

  /** How far it is from the top by the longest way; {@code all} is 0 (row AN-16). */
  int depth();

  /** Decides between groups of one depth: the higher one wins; 1 by default (row AN-15). */
  int priority();

  /** What the sources themselves say, without files of variables. */
  Variables variables();
}
