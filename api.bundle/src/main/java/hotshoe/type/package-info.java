/** Types: one family for settings, parameters, results, manifests and every door. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package hotshoe.type;
