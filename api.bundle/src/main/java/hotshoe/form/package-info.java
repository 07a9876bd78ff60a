/**
 * What a person sees of an operation: the form before a call, and the table after it. Doors draw
 * it; what there is to draw is decided here.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package hotshoe.form;
