/**
 * What can be called to register extensions, actions and mappings, as CloudStack has it. Open
 * {@link hotshoe.cloudstack.registry.ExtensionOperations} first.
 */
package hotshoe.cloudstack.registry;
