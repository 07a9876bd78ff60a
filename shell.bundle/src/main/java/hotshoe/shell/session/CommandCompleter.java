package hotshoe.shell.session;

import hotshoe.shell.command.Assistant.Offer;
import hotshoe.shell.command.Commands;
import hotshoe.shell.command.Completes;
import hotshoe.shell.command.Completes.Kind;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.jline.builtins.Completers.FilesCompleter;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers command names first, and then what the command's parameter says that it takes. */
final class CommandCompleter implements Completer {

  /** Offered only to who begins to type one: they are many, and seldom wanted. */
  private static final List<String> FRAMEWORK = List.of("cm", "felix", "osgi", "scr");

  private final Interpreter interpreter;
  private final Function<Kind, Collection<String>> names;

  /**
   * @param names the names of a kind that exist now
   */
  CommandCompleter(Interpreter interpreter, Function<Kind, Collection<String>> names) {
    this.interpreter = interpreter;
    this.names = names;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line.wordIndex() == 0) {
      candidates.addAll(commands(line.word()));
    } else {
      arguments(reader, line, candidates);
    }
  }

  /** Commands with their scope; those of the host also without. */
  private List<Candidate> commands(String begun) {
    Commands commands = new Commands(session());
    return commands.names().stream()
        .filter(name -> !begun.isEmpty() || !FRAMEWORK.contains(scope(name)))
        .flatMap(name -> forms(name, begun))
        .map(form -> candidate(form, scope(form), description(commands, form)))
        .toList();
  }

  private static Stream<String> forms(String name, String begun) {
    String bare = name.substring(name.indexOf(':') + 1);
    boolean known = name.startsWith("hotshoe:") || name.startsWith("gogo:");
    if (known && begun.indexOf(':') < 0) {
      return Stream.of(bare);
    }
    return Stream.of(name);
  }

  private static String scope(String form) {
    int colon = form.indexOf(':');
    return colon < 0 ? "" : form.substring(0, colon);
  }

  private String description(Commands commands, String form) {
    return commands.resolve(form).map(commands::methods).orElse(List.of()).stream()
        .flatMap(method -> Optional.ofNullable(method.getAnnotation(Descriptor.class)).stream())
        .map(Descriptor::value)
        .findFirst()
        .orElse(null);
  }

  private void arguments(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    Commands commands = new Commands(session());
    List<Method> methods =
        commands.resolve(line.words().get(0)).map(commands::methods).orElse(List.of());
    if (methods.isEmpty()) {
      files(reader, line, candidates);
      return;
    }
    Optional<Kind> wanted = wanted(methods, line);
    if (wanted.isPresent()) {
      values(wanted.get(), reader, line, candidates);
      return;
    }
    candidates.addAll(options(methods, line));
    kinds(methods).forEach(kind -> values(kind, reader, line, candidates));
  }

  /** What the option before the cursor takes, if it takes something. */
  private static Optional<Kind> wanted(List<Method> methods, ParsedLine line) {
    String before = line.words().get(line.wordIndex() - 1);
    return parameters(methods)
        .filter(p -> isOption(p) && List.of(names(p)).contains(before))
        .flatMap(p -> Stream.ofNullable(p.getAnnotation(Completes.class)))
        .map(Completes::value)
        .findFirst();
  }

  private static boolean isOption(Parameter parameter) {
    return parameter.isAnnotationPresent(org.apache.felix.service.command.Parameter.class);
  }

  private static String[] names(Parameter parameter) {
    return parameter.getAnnotation(org.apache.felix.service.command.Parameter.class).names();
  }

  private static List<Candidate> options(List<Method> methods, ParsedLine line) {
    return parameters(methods)
        .flatMap(
            p ->
                Stream.ofNullable(
                    p.getAnnotation(org.apache.felix.service.command.Parameter.class)))
        .flatMap(option -> Arrays.stream(option.names()))
        .filter(option -> !line.words().contains(option) || option.equals(line.word()))
        .distinct()
        .map(option -> candidate(option, null, null))
        .toList();
  }

  private static List<Kind> kinds(List<Method> methods) {
    return parameters(methods)
        .filter(parameter -> !isOption(parameter))
        .flatMap(p -> Stream.ofNullable(p.getAnnotation(Completes.class)))
        .map(Completes::value)
        .distinct()
        .toList();
  }

  private static Stream<Parameter> parameters(List<Method> methods) {
    return methods.stream().flatMap(method -> Arrays.stream(method.getParameters()));
  }

  private void values(Kind kind, LineReader reader, ParsedLine line, List<Candidate> candidates) {
    switch (kind) {
      case FILE -> files(reader, line, candidates);
      case COMMAND -> candidates.addAll(commands(line.word()));
      case EXTENSION, SLICE ->
          names.apply(kind).forEach(name -> candidates.add(candidate(name, null, null)));
      default -> assisted(kind, line).forEach(offer -> candidates.add(candidate(offer)));
    }
  }

  /** What the command itself knows. */
  private Collection<Offer> assisted(Kind kind, ParsedLine line) {
    Commands commands = new Commands(session());
    List<String> words = line.words().subList(0, line.wordIndex());
    return commands
        .resolve(words.get(0))
        .flatMap(commands::assistant)
        .map(assistant -> assistant.offers(kind, words, begun(line)))
        .orElse(List.of());
  }

  private static String begun(ParsedLine line) {
    return line.word().substring(0, Math.min(line.wordCursor(), line.word().length()));
  }

  private static Candidate candidate(Offer offer) {
    String description = offer.description().isEmpty() ? null : offer.description();
    return new Candidate(offer.word(), offer.word(), null, description, null, null, offer.whole());
  }

  private void files(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    new FilesCompleter(session().currentDir()).complete(reader, line, candidates);
  }

  private CommandSession session() {
    return interpreter.session();
  }

  private static Candidate candidate(String value, String group, String description) {
    return new Candidate(value, value, group, description, null, null, true);
  }
}
