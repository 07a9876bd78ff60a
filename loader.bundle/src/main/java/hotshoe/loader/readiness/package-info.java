/**
 * Whether installed extensions could do their work: asked when one is enabled and from time to
 * time. Open {@link hotshoe.loader.readiness.ReadinessRounds} first.
 */
package hotshoe.loader.readiness;
