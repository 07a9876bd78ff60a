package hotshoe.process;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A process that somebody wants.
 *
 * <p>Its environment is made, not inherited: {@code PATH} (option {@code processes.path}), {@code
 * LANG} ({@code C.UTF-8}), {@code HOME} and {@code USER} of the host's user, {@code TMPDIR} (a
 * private folder, deleted after its end), {@code HOTSHOE_PROCESS} (by which the host finds what it
 * began), and then {@link #environment()}.
 *
 * @param owner on whose behalf, such as an extension's name: owners have turns one after the other,
 *     and it is told in messages
 * @param command the executable, an absolute path or a name that is looked up in the environment's
 *     {@code PATH}, and its arguments
 * @param directory the working directory; empty is the private folder
 * @param environment more variables; they replace those that every process gets
 * @param input what it reads
 * @param limits how much it may take
 * @param sandbox walls around it, if wanted
 * @param remaining what becomes of what it leaves behind
 */
public record ProcessOrder(
    String owner,
    List<String> command,
    Optional<Path> directory,
    Map<String, String> environment,
    ProcessInput input,
    ProcessLimits limits,
    Optional<Sandbox> sandbox,
    Remaining remaining) {

  /** The variable by which the host finds what a process began; no order may set it. */
  public static final String MARKER = "HOTSHOE_PROCESS";

  /**
   * Refuses what no system could start.
   *
   * @throws IllegalArgumentException when the command is empty, its executable neither an absolute
   *     path nor a name, a text holds a NUL character, or a variable has no possible name
   */
  public ProcessOrder {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(sandbox, "sandbox");
    Objects.requireNonNull(remaining, "remaining");
    Objects.requireNonNull(directory, "directory");
    command = List.copyOf(command);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    check(command);
    command.forEach(word -> check("an argument", word));
    environment.forEach(ProcessOrder::check);
    if (environment.containsKey(MARKER)) {
      throw new IllegalArgumentException(MARKER + " is set by the host");
    }
    if (directory.filter(path -> !path.isAbsolute()).isPresent()) {
      throw new IllegalArgumentException("the working directory is not absolute");
    }
  }

  private static void check(List<String> command) {
    String executable = command.isEmpty() ? "" : command.get(0);
    boolean isName = !executable.isEmpty() && executable.indexOf('/') < 0;
    if (!isName && !executable.startsWith("/")) {
      throw new IllegalArgumentException(
          "the executable is neither an absolute path nor a name: '" + executable + "'");
    }
  }

  private static void check(String name, String value) {
    if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not the name of a variable: '" + name + "'");
    }
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(name + " holds a NUL character");
    }
  }

  /** A command with nothing else. */
  public static ProcessOrder of(String owner, String... command) {
    return new ProcessOrder(
        owner,
        List.of(command),
        Optional.empty(),
        Map.of(),
        new ProcessInput.None(),
        ProcessLimits.none(),
        Optional.empty(),
        Remaining.END);
  }

  /** The same in this working directory. */
  public ProcessOrder in(Path folder) {
    return new ProcessOrder(
        owner, command, Optional.of(folder), environment, input, limits, sandbox, remaining);
  }

  /** The same with these variables instead of those that it had. */
  public ProcessOrder withEnvironment(Map<String, String> variables) {
    return new ProcessOrder(
        owner, command, directory, variables, input, limits, sandbox, remaining);
  }

  /** The same reading this. */
  public ProcessOrder withInput(ProcessInput given) {
    return new ProcessOrder(
        owner, command, directory, environment, given, limits, sandbox, remaining);
  }

  /** The same within these limits. */
  public ProcessOrder within(ProcessLimits given) {
    return new ProcessOrder(
        owner, command, directory, environment, input, given, sandbox, remaining);
  }

  /** The same behind these walls. */
  public ProcessOrder behind(Sandbox walls) {
    return new ProcessOrder(
        owner, command, directory, environment, input, limits, Optional.of(walls), remaining);
  }

  /** The same with this said about what it leaves behind. */
  public ProcessOrder withRemaining(Remaining given) {
    return new ProcessOrder(owner, command, directory, environment, input, limits, sandbox, given);
  }

  /** Who wants which executable; arguments and variables may hold secrets. */
  @Override
  public String toString() {
    return command.get(0) + " for " + owner;
  }
}
