/** Callers: who asks, with which roles, and what was decided. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package hotshoe.caller;
