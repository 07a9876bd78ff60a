/**
 * The options of extensions: declared with Metatype, written by the operator, handed to
 * Configuration Admin. Open {@link hotshoe.core.option.MetatypeOptions} first.
 */
package hotshoe.core.option;
