package hotshoe.shell.command;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.shell.command.CommandHelp.Argument;
import hotshoe.shell.command.CommandHelp.Usage;
import hotshoe.shell.command.Completes.Kind;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.service.component.annotations.Component;

/** The command {@code help}: reads it all from the annotations of the commands themselves. */
@Component(
    service = Object.class,
    property = {"osgi.command.scope=hotshoe", "osgi.command.function=help"})
public class HelpCommand {

  @Descriptor("lists all commands")
  @Examples({"help", "help op", "help ext:info"})
  public HelpIndex help(CommandSession session) {
    Commands commands = new Commands(session);
    return new HelpIndex(commands.names().stream().map(n -> describe(commands, n)).toList());
  }

  @Descriptor("shows how a command is used, or lists a group such as op")
  public Object help(
      CommandSession session, @Descriptor("the command") @Completes(Kind.COMMAND) String command) {
    HelpIndex index = help(session);
    List<CommandHelp> group =
        index.commands().stream().filter(c -> c.scope().equalsIgnoreCase(command)).toList();
    return group.isEmpty() ? of(session, command) : new HelpIndex(group);
  }

  /** The help for a command that is written with or without its scope. */
  public static CommandHelp of(CommandSession session, String command) {
    Commands commands = new Commands(session);
    return commands
        .resolve(command)
        .map(name -> describe(commands, name))
        .orElseThrow(() -> new ProblemException(unknown(commands, command)));
  }

  /** The problem with a command that nobody knows. */
  public static Problem unknown(Commands commands, String command) {
    return Problem.error("HS-SHELL-001", "there is no command '" + command + "'")
        .advising(Candidates.advice(command, commands.names(), "help lists all of them"));
  }

  private static CommandHelp describe(Commands commands, String name) {
    List<Method> methods = commands.methods(name);
    List<String> examples =
        methods.stream()
            .flatMap(m -> Optional.ofNullable(m.getAnnotation(Examples.class)).stream())
            .flatMap(e -> Arrays.stream(e.value()))
            .toList();
    List<Usage> usages = methods.stream().map(HelpCommand::usage).toList();
    String description =
        usages.stream().map(Usage::description).filter(d -> !d.isEmpty()).findFirst().orElse("");
    return new CommandHelp(name, description, usages, examples);
  }

  private static Usage usage(Method method) {
    List<Argument> arguments =
        Arrays.stream(method.getParameters())
            .filter(p -> p.getType() != CommandSession.class)
            .map(HelpCommand::argument)
            .toList();
    return new Usage(described(method), arguments);
  }

  private static Argument argument(java.lang.reflect.Parameter parameter) {
    return new Argument(form(parameter), described(parameter));
  }

  private static String form(java.lang.reflect.Parameter parameter) {
    Parameter option = parameter.getAnnotation(Parameter.class);
    String word = word(parameter);
    if (option == null) {
      return parameter.getType().isArray() ? "[" + word + "...]" : word;
    }
    boolean flag = !option.presentValue().equals(Parameter.UNSPECIFIED);
    return "[" + String.join("|", option.names()) + (flag ? "" : " " + word) + "]";
  }

  private static String word(java.lang.reflect.Parameter parameter) {
    return (parameter.isNamePresent() ? parameter.getName() : parameter.getType().getSimpleName())
        .toUpperCase(Locale.ROOT)
        .replace("[]", "");
  }

  private static String described(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(Descriptor.class))
        .map(Descriptor::value)
        .orElse("");
  }
}
