/**
 * CloudStack's format of extensions: its manifest as a type, the bundle that becomes of it, and
 * what runs in that bundle.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package hotshoe.cloudstack;
