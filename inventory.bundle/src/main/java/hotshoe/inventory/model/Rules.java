package hotshoe.inventory.model;

import hotshoe.inventory.InventoryRequest.Failures;
import hotshoe.inventory.Layer;
import java.util.List;
import java.util.Objects;

/**
 * How one inventory is put together.
 *
 * @param merging how values of one name meet
 * @param sanitising what becomes of bad names of groups
 * @param groupLayers the layers of groups, the weakest first; those left out count for nothing
 * @param failures what a source that fails leaves behind
 * @param interpreter the Python of the implicit localhost
 */
public record Rules(
    Merging merging,
    Sanitising sanitising,
    List<Layer> groupLayers,
    Failures failures,
    String interpreter) {

  /** The layers of groups as they are when nobody puts them into another order. */
  public static final List<Layer> USUAL =
      List.of(
          Layer.ALL_INVENTORY,
          Layer.GROUPS_INVENTORY,
          Layer.ALL_PLUGINS_INVENTORY,
          Layer.ALL_PLUGINS_PLAY,
          Layer.GROUPS_PLUGINS_INVENTORY,
          Layer.GROUPS_PLUGINS_PLAY);

  public Rules {
    Objects.requireNonNull(merging, "merging");
    Objects.requireNonNull(sanitising, "sanitising");
    groupLayers = List.copyOf(groupLayers);
    Objects.requireNonNull(failures, "failures");
    Objects.requireNonNull(interpreter, "interpreter");
  }

  /** Nothing special; a source that fails leaves nothing behind. */
  public static Rules usual() {
    return new Rules(
        Merging.REPLACE, Sanitising.NEVER, USUAL, Failures.LEAVE_NOTHING, "/usr/bin/python3");
  }
}
