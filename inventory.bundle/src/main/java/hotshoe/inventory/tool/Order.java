package hotshoe.inventory.tool;

import java.util.List;
import java.util.stream.Stream;

/**
 * A command line that asks for exactly one thing.
 *
 * @param action the switch that says what
 * @param arguments everything else
 */
record Order(Switch action, Arguments arguments) {

  private static final List<Switch> ACTIONS =
      List.of(Switch.LIST, Switch.HOST, Switch.GRAPH, Switch.EXPLAIN, Switch.DOC);

  /** Understands a command line. */
  static Order of(List<String> words) throws Refusal {
    Arguments arguments = Arguments.parse(words);
    if (arguments.has(Switch.HELP)) {
      return new Order(Switch.HELP, arguments);
    }
    if (arguments.has(Switch.YAML) && arguments.has(Switch.TOML)) {
      throw new Refusal(ToolProblems.severalForms(), Refusal.BAD_OPTIONS);
    }
    List<Switch> actions = ACTIONS.stream().filter(arguments::has).toList();
    if (actions.size() != 1) {
      throw new Refusal(
          actions.isEmpty()
              ? ToolProblems.noAction(words(ACTIONS.stream()))
              : ToolProblems.severalActions(words(actions.stream())),
          Refusal.BAD_OPTIONS);
    }
    return new Order(actions.get(0), arguments);
  }

  private static List<String> words(Stream<Switch> switches) {
    return switches.map(Switch::word).toList();
  }
}
