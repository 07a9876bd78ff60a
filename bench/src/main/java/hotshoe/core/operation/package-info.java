/** Benchmarks that need to see inside the catalogue of operations. */
package hotshoe.core.operation;
