/** Tasks: every run of an operation, with its progress, output and end. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package hotshoe.task;
