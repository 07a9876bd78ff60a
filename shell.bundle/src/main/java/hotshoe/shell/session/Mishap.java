package hotshoe.shell.session;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.shell.command.CallFailed;
import hotshoe.shell.command.Commands;
import hotshoe.shell.command.HelpCommand;
import hotshoe.shell.command.Unsuccessful;
import hotshoe.shell.text.HelpText;
import hotshoe.shell.text.OutcomeText;
import hotshoe.shell.text.ProblemText;
import hotshoe.shell.text.Screen;
import hotshoe.shell.text.TaskText;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.apache.felix.gogo.runtime.SyntaxError;
import org.apache.felix.service.command.CommandSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in words why a command line failed. */
final class Mishap {

  private static final Logger LOG = LoggerFactory.getLogger(Mishap.class);
  private static final Pattern WRONG_ARGUMENTS = Pattern.compile("Cannot coerce (\\w+)\\(.*");

  private final Commands commands;
  private final CommandSession session;
  private final CharSequence line;

  Mishap(CommandSession session, CharSequence line) {
    this.session = session;
    this.commands = new Commands(session);
    this.line = line;
  }

  static boolean isInterruption(Throwable failure) {
    return failure instanceof InterruptedException
        || failure instanceof CancellationException
        || failure instanceof ClosedByInterruptException;
  }

  String tell(Exception failure, Screen screen) {
    if (failure instanceof Unsuccessful unsuccessful) {
      return OutcomeText.of(unsuccessful.outcome(), screen);
    }
    return failure instanceof CallFailed call
        ? TaskText.of(call, screen)
        : ProblemText.of(problems(failure), screen);
  }

  private List<Problem> problems(Exception failure) {
    if (failure instanceof ProblemException known) {
      return known.problems();
    }
    if (failure instanceof CommandNotFoundException unknown) {
      return List.of(HelpCommand.unknown(commands, unknown.getCommand()));
    }
    if (failure instanceof SyntaxError || failure instanceof EOFException) {
      return List.of(unreadable(failure));
    }
    Matcher wrong = WRONG_ARGUMENTS.matcher(String.valueOf(failure.getMessage()));
    return List.of(wrong.matches() ? misused(wrong.group(1)) : unexpected(failure));
  }

  private static Problem unreadable(Exception failure) {
    return Problem.error("HS-SHELL-003", "the command line cannot be read")
        .because(String.valueOf(failure.getMessage()))
        .advising("put text with special characters into single quotes");
  }

  private Problem misused(String function) {
    String written = written(function);
    return commands
        .resolve(written)
        .map(name -> HelpText.usages(HelpCommand.of(session, name)))
        .map(usages -> misused(written, "use " + usages))
        .orElse(
            Problem.error("HS-SHELL-002", "this value knows no '" + function + "' of that kind"));
  }

  private static Problem misused(String written, String advice) {
    return Problem.error("HS-SHELL-002", "'" + written + "' does not take these arguments")
        .advising(advice);
  }

  /** The command as it stands in the line, with its scope if it has one there. */
  private String written(String function) {
    Matcher matcher =
        Pattern.compile("[\\w.-]+:" + Pattern.quote(function), Pattern.CASE_INSENSITIVE)
            .matcher(line);
    return matcher.find() ? matcher.group() : function;
  }

  private Problem unexpected(Exception failure) {
    if (!(failure instanceof IOException)) {
      LOG.warn("A command failed unexpectedly", failure);
    }
    String message = failure.getMessage();
    return Problem.error("HS-SHELL-006", "the command failed")
        .because(failure.getClass().getSimpleName() + (message == null ? "" : ": " + message));
  }
}
