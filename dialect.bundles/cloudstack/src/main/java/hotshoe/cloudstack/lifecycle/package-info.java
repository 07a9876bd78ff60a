/**
 * What an instance is and what becomes of it: where it is placed, what an entrypoint is told of it,
 * and what entrypoints answer. Open {@link hotshoe.cloudstack.lifecycle.Placement} first.
 */
package hotshoe.cloudstack.lifecycle;
