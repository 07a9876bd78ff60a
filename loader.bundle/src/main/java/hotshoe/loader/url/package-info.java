/**
 * URLs that begin with {@code ext:}: any archive as the bundle that it becomes, in any container.
 */
package hotshoe.loader.url;
