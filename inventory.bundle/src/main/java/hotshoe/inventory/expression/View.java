package hotshoe.inventory.expression;

import java.util.List;

/**
 * What can be gone through but is no list: the keys of a map, or a range of numbers.
 *
 * @param kind Python's name for it
 * @param items what it shows
 * @param text how it prints
 */
record View(String kind, List<Object> items, String text) {}
