/**
 * From a request to an inventory: which sources, which plugin reads which, and the files of
 * variables beside them. Read {@link hotshoe.inventory.source.InventoryReader} first.
 */
package hotshoe.inventory.source;
