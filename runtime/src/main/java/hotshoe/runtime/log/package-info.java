/**
 * The log of a process of our own: one line per event. Open {@link hotshoe.runtime.log.Logging}
 * first.
 */
package hotshoe.runtime.log;
