package hotshoe.shell.command;

import hotshoe.inventory.Group;
import hotshoe.inventory.Inventory;
import java.util.Objects;

/**
 * Groups and hosts of an inventory as a tree.
 *
 * @param inventory all of it
 * @param top the group to begin with
 * @param hasVariables whether variables are shown
 */
public record InventoryTree(Inventory inventory, Group top, boolean hasVariables) {
  public InventoryTree {
    Objects.requireNonNull(inventory, "inventory");
    Objects.requireNonNull(top, "top");
  }
}
