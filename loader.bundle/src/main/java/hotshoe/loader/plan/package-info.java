/**
 * What a change would do, found out without doing it: the framework's own resolver is given the
 * framework's present bundles, one that is only thought of, and wires of paper.
 */
package hotshoe.loader.plan;
