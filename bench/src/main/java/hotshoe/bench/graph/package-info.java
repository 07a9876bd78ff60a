/** Random graphs of slices, and how long they must take at least. */
package hotshoe.bench.graph;
