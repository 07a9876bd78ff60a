/**
 * Fetches archives from wherever they are: disks, the web, repositories, and what a manifest names.
 */
package hotshoe.loader.source;
