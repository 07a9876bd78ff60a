/** Assembles and starts the host: launcher, command line and embedding. */
package hotshoe.runtime;
