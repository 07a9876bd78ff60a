/** Tasks: runs calls within their limits and keeps their history. */
package hotshoe.core.task;
