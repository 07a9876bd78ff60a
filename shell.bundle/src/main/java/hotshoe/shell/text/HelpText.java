package hotshoe.shell.text;

import static java.util.stream.Collectors.joining;

import hotshoe.shell.command.CommandHelp;
import hotshoe.shell.command.CommandHelp.Argument;
import hotshoe.shell.command.CommandHelp.Usage;
import hotshoe.shell.command.HelpIndex;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Help, for all commands and for one. */
public final class HelpText {

  private static final List<String> OWN =
      List.of(
          "hotshoe", "ext", "slice", "op", "task", "setting", "env", "res", "inv", "user", "token",
          "role", "audit");
  private static final List<String> TOOLS = List.of("gogo", "cm", "felix", "osgi", "scr");

  private static final int LONGEST_CALL = 36;

  private HelpText() {}

  static void index(HelpIndex index, Page page) {
    OWN.forEach(scope -> described(index, scope, page));
    index.commands().stream()
        .map(CommandHelp::scope)
        .filter(scope -> !OWN.contains(scope) && !TOOLS.contains(scope))
        .distinct()
        .forEach(scope -> described(index, scope, page));
    page.gap();
    named(index, "text and flow", name -> name.startsWith("gogo:"), page);
    named(index, "framework", name -> name.matches("(cm|felix|osgi|scr):.*"), page);
    page.gap().paragraph("help NAME tells more of one command; the text commands know --help.");
  }

  private static void described(HelpIndex index, String scope, Page page) {
    List<CommandHelp> own = index.commands().stream().filter(c -> c.scope().equals(scope)).toList();
    if (!own.isEmpty()) {
      page.gap();
    }
    int widest = own.stream().mapToInt(command -> Width.of(brief(command))).max().orElse(0);
    for (CommandHelp command : own) {
      Span usage = new Span(brief(command), Tone.STRONG);
      page.labelled("", usage, widest + 2, Span.of(command.description()));
    }
  }

  /** The longest way of calling it; what the shortest does without stands in brackets. */
  private static String call(CommandHelp command) {
    String name = command.scope().equals("hotshoe") ? command.function() : command.name();
    List<Usage> usages = command.usages();
    if (usages.isEmpty()) {
      return name;
    }
    List<Argument> least = usages.get(0).arguments();
    return usages.get(usages.size() - 1).arguments().stream()
        .map(a -> least.contains(a) || a.form().startsWith("[") ? a.form() : "[" + a.form() + "]")
        .collect(joining(" ", name + " ", ""))
        .strip();
  }

  /** The same, without its options where they are many. */
  private static String brief(CommandHelp command) {
    String call = call(command);
    return call.length() <= LONGEST_CALL
        ? call
        : call.replaceFirst("(\\[-[^\\]]*\\] ?)+", "[...] ").strip();
  }

  private static void named(HelpIndex index, String label, Predicate<String> wanted, Page page) {
    String names =
        index.commands().stream()
            .map(CommandHelp::name)
            .filter(wanted)
            .map(name -> name.startsWith("gogo:") ? name.substring(5) : name)
            .distinct()
            .collect(joining(", "));
    if (!names.isEmpty()) {
      page.labelled("", new Span(label, Tone.STRONG), 15, Span.of(names));
    }
  }

  static void one(CommandHelp command, Page page) {
    page.line(
        new Span(command.name(), Tone.STRONG),
        Span.of(command.description().isEmpty() ? "" : ": " + command.description()));
    command.usages().forEach(usage -> usage(command, usage, page));
    if (!command.examples().isEmpty()) {
      page.gap().line(new Span("Examples", Tone.STRONG));
      new TreeSet<>(command.examples()).forEach(example -> page.line("  " + example));
    }
  }

  private static void usage(CommandHelp command, Usage usage, Page page) {
    page.gap().line("  " + call(command.name(), usage));
    if (!usage.description().equals(command.description())) {
      page.labelled("    ", Span.of(""), 0, Span.of(usage.description()));
    }
    int widest = usage.arguments().stream().mapToInt(a -> Width.of(a.form())).max().orElse(0);
    for (Argument argument : usage.arguments()) {
      Span form = Span.of(argument.form());
      page.labelled("    ", form, Math.max(12, widest + 2), Span.of(argument.description()));
    }
  }

  /** The ways in which a command may be called, separated by {@code or}. */
  public static String usages(CommandHelp command) {
    return command.usages().stream()
        .map(usage -> call(command.name(), usage))
        .collect(joining(" or "));
  }

  private static String call(String name, Usage usage) {
    return (name + " " + usage.arguments().stream().map(Argument::form).collect(joining(" ")))
        .strip();
  }
}
