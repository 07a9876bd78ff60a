/**
 * What a NetworkOrchestrator can be asked, and what it is given with it. Open {@link
 * hotshoe.cloudstack.network.NetworkCommands} first.
 */
package hotshoe.cloudstack.network;
