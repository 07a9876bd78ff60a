/** Manifests as trees in which everything knows its place; within bounds, whatever is written. */
package hotshoe.loader.document;
