/**
 * What CloudStack calls an event, in the audit of this host. Open {@link
 * hotshoe.cloudstack.event.Events} first.
 */
package hotshoe.cloudstack.event;
