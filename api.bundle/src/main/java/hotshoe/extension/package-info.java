/** Extensions: what is installed, in which state, and how to change that. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package hotshoe.extension;
