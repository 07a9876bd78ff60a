/**
 * Ties tests to the rows of the conformance tables: tests say what they prove, a listener writes
 * down how they ended, and a generator turns that into {@code docs/conformance/<system>.md}.
 */
package hotshoe.conformance;
