/**
 * Limits and sandbox of an extension: what its manifest may say, and what holds at a run. Open
 * {@link hotshoe.cloudstack.confinement.Declared} first.
 */
package hotshoe.cloudstack.confinement;
