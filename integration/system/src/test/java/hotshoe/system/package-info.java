/**
 * The assembled system from outside: in a real framework, as a process, with bundles that nobody
 * here wrote. Whoever reads one class reads {@link hotshoe.system.ExtensionJar}.
 */
package hotshoe.system;
