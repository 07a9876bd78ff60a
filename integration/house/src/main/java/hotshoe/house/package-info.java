/**
 * The rules of the house, and what looks whether they are kept: the arrows between rooms, the shape
 * of bundles, the shape of sources, the words for problems. Rules are functions from what was built
 * to {@linkplain hotshoe.house.Finding findings}.
 */
package hotshoe.house;
