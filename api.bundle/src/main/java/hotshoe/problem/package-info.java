/** Problems as data: collected by whoever finds them, shown by whoever shows. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package hotshoe.problem;
