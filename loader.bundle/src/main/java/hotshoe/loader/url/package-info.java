/**
 * What the loader gives to every OSGi container, also where there is no host: URLs that begin with
 * {@code ext:}, any archive as the bundle that it becomes; and the same for Felix File Install.
 */
package hotshoe.loader.url;
