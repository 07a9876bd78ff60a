/** Asks from time to time which instances are on. */
package hotshoe.cloudstack.poll;
