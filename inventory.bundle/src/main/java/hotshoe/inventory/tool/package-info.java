/**
 * The command line of inventories, without a framework: arguments in, text and an exit code out.
 * Read {@link hotshoe.inventory.tool.InventoryTool} first.
 */
package hotshoe.inventory.tool;
