package hotshoe.shell.command;

/**
 * A value that is to be shown as JSON.
 *
 * @param plain texts, numbers, booleans, lists, maps, or null
 */
public record JsonDocument(Object plain) {}
