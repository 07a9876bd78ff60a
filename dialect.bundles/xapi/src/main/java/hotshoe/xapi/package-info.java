/** XenAPI's calls from executables: how they are named and declared, and what becomes of it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package hotshoe.xapi;
