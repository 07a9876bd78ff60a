/**
 * Sources that are made of expressions: {@code constructed} adds variables and groups to hosts that
 * earlier sources brought, {@code generator} makes hosts of all combinations of some words.
 */
package hotshoe.inventory.constructed;
