/** Who belongs to a process, by the system's own table, and how all of them are ended. */
package hotshoe.process.tree;
