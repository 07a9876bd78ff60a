/** Measures what a task costs, from within its package. */
package hotshoe.core.task;
