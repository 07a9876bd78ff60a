/** Archives of Ansible inventories, and inventory plugins that the real Ansible runs. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package hotshoe.ansible;
