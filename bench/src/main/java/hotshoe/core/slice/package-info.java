/** Benchmarks that need to see inside the slice engine. */
package hotshoe.core.slice;
