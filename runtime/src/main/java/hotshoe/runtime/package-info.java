/**
 * Assembles and starts the host: launcher, command line and embedding. Open {@link
 * hotshoe.runtime.Main} or {@link hotshoe.runtime.Hotshoe} first.
 */
package hotshoe.runtime;
