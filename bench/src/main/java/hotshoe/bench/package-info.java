/** Measurements of Hotshoe, each beside its peer in one interleaved run. Begin at {@link Bench}. */
package hotshoe.bench;
