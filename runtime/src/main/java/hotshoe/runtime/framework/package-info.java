/**
 * The OSGi framework under the host: where its bundles come from, how it behaves, what it sees of
 * the class path. Open {@link hotshoe.runtime.framework.BundleSource} first.
 */
package hotshoe.runtime.framework;
