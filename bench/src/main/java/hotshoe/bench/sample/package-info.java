/** The bundles that are installed over and over: generated, alike, and container-neutral. */
package hotshoe.bench.sample;
