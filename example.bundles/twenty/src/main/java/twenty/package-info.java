/**
 * The slices of a real server, Inmanta 19.1.0, with their names and edges and without their work.
 * The order in which they start is published and must come out exactly (row INM-14).
 */
package twenty;
