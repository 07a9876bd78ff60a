package hotshoe.shell.command;

import java.util.List;
import java.util.Objects;

/**
 * How a command is used.
 *
 * @param name its whole name, such as {@code ext:list}
 * @param description what it does, or empty
 * @param usages each way of calling it
 * @param examples whole command lines
 */
public record CommandHelp(
    String name, String description, List<Usage> usages, List<String> examples) {

  public CommandHelp {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    usages = List.copyOf(usages);
    examples = List.copyOf(examples);
  }

  /** The part before the colon. */
  public String scope() {
    return name.substring(0, name.indexOf(':'));
  }

  /** The part after the colon. */
  public String function() {
    return name.substring(name.indexOf(':') + 1);
  }

  /**
   * One way of calling a command.
   *
   * @param description what that does
   * @param arguments what is written after its name, in order
   */
  public record Usage(String description, List<Argument> arguments) {
    public Usage {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * Something written after a command's name.
   *
   * @param form how it is written: {@code NAME}, {@code [--dot]}, {@code [FILE...]}
   * @param description what it means, or empty
   */
  public record Argument(String form, String description) {}
}
