/** The deploy folder: what lies in it, and when that changes. */
package hotshoe.loader.deploy;
