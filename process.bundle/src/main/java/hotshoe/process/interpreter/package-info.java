/** The interpreters of this machine. */
package hotshoe.process.interpreter;
