/** Processes that run: their turns, limits and ends, and what a host that died left behind. */
package hotshoe.process.run;
