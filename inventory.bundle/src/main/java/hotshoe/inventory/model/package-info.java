/**
 * What is known while sources are read, and the inventory that comes of it. Read {@link
 * hotshoe.inventory.model.Draft} first. Made for a million hosts: variables of hosts that look
 * alike share their names, and nothing is searched by walking a list.
 */
package hotshoe.inventory.model;
