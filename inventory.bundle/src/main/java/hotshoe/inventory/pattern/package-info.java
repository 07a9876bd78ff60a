/** Patterns and limits: which hosts of an inventory somebody means (rows AN-46 and AN-47). */
package hotshoe.inventory.pattern;
