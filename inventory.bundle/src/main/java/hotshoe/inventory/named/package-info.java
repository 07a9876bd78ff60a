/**
 * Inventories that the host keeps by name: from files that define them to answers in memory, which
 * are read again when their sources change. Read {@link hotshoe.inventory.named.InventoryRegistry}
 * first, then {@link hotshoe.inventory.named.LiveInventory}.
 */
package hotshoe.inventory.named;
