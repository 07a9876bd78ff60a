/**
 * The slices of all extensions: in which order they start, how each is started and stopped under
 * its limit, and what becomes of the others when one fails. Read {@link
 * hotshoe.core.slice.SliceRegistry} first.
 */
package hotshoe.core.slice;
