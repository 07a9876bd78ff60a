/**
 * Processes: executables that run for an operation, watched from their first to their last breath,
 * and the interpreters that this machine has for them.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package hotshoe.process;
