/** Operations: everything that can be called, in one catalogue for every door. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package hotshoe.operation;
