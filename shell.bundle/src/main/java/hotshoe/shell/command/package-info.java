/** The commands: they ask the host's services and return values. How these look is elsewhere. */
package hotshoe.shell.command;
