/** The host itself: its product, its phases, and its end. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package hotshoe.host;
