/**
 * The built-in plugins: one for each form in which inventories are written. Read {@link
 * hotshoe.inventory.format.IniPlugin} first.
 */
package hotshoe.inventory.format;
