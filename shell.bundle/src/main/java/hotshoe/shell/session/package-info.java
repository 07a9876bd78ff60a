/** The places where a person types: the console in the foreground and the socket for the others. */
package hotshoe.shell.session;
