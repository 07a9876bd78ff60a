package hotshoe.inventory;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Groups and hosts by name and in the order in which they were first seen. */
@ProviderType
public interface InventoryView {

  /** All groups: {@code all} and {@code ungrouped} first (row AN-13). */
  List<Group> groups();

  /** All hosts (row AN-1). */
  List<Host> hosts();

  /** The group of this name. */
  Optional<Group> group(String name);

  /** The host of this name; the implicit localhost is none of them (row AN-20). */
  Optional<Host> host(String name);
}
