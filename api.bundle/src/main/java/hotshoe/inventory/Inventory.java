package hotshoe.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What sources say about hosts and groups. Immutable; any thread may ask. */
@ProviderType
public interface Inventory extends InventoryView {

  /** The sources it was read from, in order. */
  List<ReadSource> sources();

  /**
   * Everything known about a host: all layers, the later ones winning (rows AN-17 and AN-18). The
   * map is the caller's own; the values are shared and must not be changed.
   */
  Map<Object, Object> variables(Host host);

  /** What sources and the files beside them say about this host itself; for exports. */
  Map<Object, Object> exported(Host host);

  /**
   * What sources and the files beside them say about this group itself, with {@code
   * ansible_group_priority} where it is not 1; for exports.
   */
  Map<Object, Object> exported(Group group);

  /**
   * Every value that was given for a variable of a host, the weakest first: the last one holds,
   * unless maps are merged.
   */
  List<LayeredValue> explain(Host host, Object variable);

  /**
   * The host behind {@code localhost}, {@code 127.0.0.1} or {@code ::1} where no source names any
   * of them (row AN-20). It is in no group; {@code all} gives it variables all the same.
   */
  Optional<Host> implicitLocalhost(String name);
}
