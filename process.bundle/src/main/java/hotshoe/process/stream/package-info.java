/** What goes into a process and comes out of it, while it runs. */
package hotshoe.process.stream;
