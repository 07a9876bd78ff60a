/** Slices: named components that start in the order of their dependencies and stop in reverse. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package hotshoe.slice;
