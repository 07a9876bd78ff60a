/**
 * Resources: the named things that operations act on, kept in {@code data/resources}. Open {@link
 * hotshoe.core.resource.ResourceRegistry} first.
 */
package hotshoe.core.resource;
