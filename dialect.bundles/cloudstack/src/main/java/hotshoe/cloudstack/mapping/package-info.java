/**
 * Which extension runs what is in a cluster, or serves a physical network. Open {@link
 * hotshoe.cloudstack.mapping.Mappings} first.
 */
package hotshoe.cloudstack.mapping;
