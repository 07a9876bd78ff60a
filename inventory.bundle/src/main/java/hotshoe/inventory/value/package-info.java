/**
 * Values as sources write them: Python's literals in INI, YAML 1.1 as PyYAML reads it, JSON. Read
 * {@link hotshoe.inventory.value.DataText} first.
 */
package hotshoe.inventory.value;
