/** The code inside the bundles that {@link hotshoe.system.ExtensionJar} makes. */
package hotshoe.system.script;
