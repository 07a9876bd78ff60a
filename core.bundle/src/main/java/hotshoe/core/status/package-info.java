/**
 * The status of the host: everybody is asked at once, nobody can hold the answer up. Open {@link
 * hotshoe.core.status.StatusBoard} first.
 */
package hotshoe.core.status;
