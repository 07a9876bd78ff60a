package hotshoe.shell.command;

import java.util.List;

/**
 * All commands.
 *
 * @param commands by scope, then by name
 */
public record HelpIndex(List<CommandHelp> commands) {
  public HelpIndex {
    commands = List.copyOf(commands);
  }
}
