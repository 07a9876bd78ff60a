/**
 * Universal Extensions: what their archives, manifests and templates say, as types, and what
 * becomes of it.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package hotshoe.universal;
