/**
 * Inventories as text, as {@code ansible-inventory} prints them. Read {@link
 * hotshoe.inventory.form.ListForm} first.
 */
package hotshoe.inventory.form;
