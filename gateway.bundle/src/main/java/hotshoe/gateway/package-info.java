/**
 * The HTTP door: health and status as JSON. Open {@link hotshoe.gateway.Gateway} first; requests
 * arrive in {@link hotshoe.gateway.Door}.
 */
package hotshoe.gateway;
