/**
 * Archives on their way to become bundles: what a dialect is shown, what it understands, and the
 * bundle it wants, as data. A dialect is a type of its manifest and a pure function from it.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package hotshoe.archive;
