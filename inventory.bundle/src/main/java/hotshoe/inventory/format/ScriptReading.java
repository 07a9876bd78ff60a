package hotshoe.inventory.format;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.value.JsonData;
import hotshoe.inventory.value.Table;
import hotshoe.inventory.value.Unreadable;
import hotshoe.problem.ProblemException;
import hotshoe.type.NothingValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One script's answers on their way into an inventory. */
final class ScriptReading {

  private static final int AT_ONCE = 4;

  private final InventoryBuilder inventory;
  private final String script;
  private final PluginContext context;
  private final ScriptRunner runner;
  private final Set<String> hosts = new LinkedHashSet<>();

  ScriptReading(
      InventoryBuilder inventory, String script, PluginContext context, ScriptRunner runner) {
    this.inventory = inventory;
    this.script = script;
    this.context = context;
    this.runner = runner;
  }

  void read() {
    Table document = list();
    Optional<Object> meta = Optional.empty();
    for (int i = 0; i < document.size(); i++) {
      String name = String.valueOf(document.key(i));
      if (name.equals("_meta")) {
        meta = hostVariables(document.value(i));
      } else {
        group(name, document.value(i));
      }
    }
    if (meta.isPresent()) {
      fromMeta(meta.get());
    } else {
      askForEach();
    }
  }

  private Table list() {
    ScriptRunner.Answer answer = runner.run(List.of(script, "--list"), context);
    if (answer.code() != 0) {
      throw wrong(
          "Inventory script (" + script + ") had an execution error",
          "exit code " + answer.code() + ": " + answer.errors());
    }
    String text =
        SourceFile.decoded(answer.output())
            .orElseThrow(
                () ->
                    wrong(
                        "Inventory "
                            + script
                            + " contained characters that cannot be interpreted as UTF-8",
                        ""));
    Object data = json(text, answer.errors());
    boolean isShown = Boolean.TRUE.equals(context.options().get("always_show_stderr"));
    if (isShown && !answer.errors().isEmpty()) {
      context.warn(FormatProblems.complaint(script, answer.errors()));
    }
    if (!(data instanceof Table table)) {
      throw wrong(
          "failed to parse executable inventory script results from "
              + script
              + ": needs to be a json dict",
          answer.errors());
    }
    return table;
  }

  private Object json(String text, String errors) {
    try {
      return JsonData.read(text);
    } catch (Unreadable unlike) {
      throw wrong(
          "failed to parse executable inventory script results from " + script,
          "line " + unlike.line() + ": " + unlike.getMessage() + "; " + errors);
    }
  }

  private Optional<Object> hostVariables(Object meta) {
    if (!(meta instanceof Map<?, ?> map)) {
      throw wrong("'_meta' is no object", "it holds 'hostvars'");
    }
    return Optional.<Object>ofNullable(map.get("hostvars"))
        .filter(variables -> variables != NothingValue.NOTHING);
  }

  private void group(String name, Object content) {
    String group = inventory.addGroup(name);
    if (!(content instanceof Table table)) {
      hosts(group, content);
      return;
    }
    boolean isOld =
        !table.containsKey("hosts") && !table.containsKey("vars") && !table.containsKey("children");
    if (isOld) {
      hosts(group, List.of(group));
      variables(group, table);
      return;
    }
    if (table.containsKey("hosts")) {
      hosts(group, table.get("hosts"));
    }
    if (table.containsKey("vars")) {
      variables(group, table.get("vars"));
    }
    if (table.containsKey("children")) {
      children(group, table.get("children"));
    }
  }

  private void hosts(String group, Object list) {
    if (!(list instanceof List<?> names)) {
      throw wrong("You defined a group '" + group + "' with bad data for the host list", "");
    }
    for (Object name : names) {
      if (!(name instanceof String host)) {
        throw wrong(
            "Invalid host name supplied, expected a string but got " + Kinds.of(name),
            "group " + group + " holds it");
      }
      hosts.add(host);
      inventory.addHost(host, group);
    }
  }

  private void variables(String entity, Object map) {
    if (!(map instanceof Table table)) {
      throw wrong("You defined a group '" + entity + "' with bad data for variables", "");
    }
    for (int i = 0; i < table.size(); i++) {
      inventory.at(table.line(i));
      inventory.setVariable(entity, table.key(i), table.value(i));
    }
  }

  private void children(String group, Object children) {
    for (Object child : childNames(group, children)) {
      inventory.addChild(group, inventory.addGroup(String.valueOf(child)));
    }
  }

  /** A text is read letter by letter, as at home. */
  private List<?> childNames(String group, Object children) {
    if (children instanceof String text) {
      return text.codePoints().mapToObj(Character::toString).toList();
    }
    if (children instanceof Table table) {
      return List.copyOf(table.keySet());
    }
    if (!(children instanceof List<?> list)) {
      throw wrong("the children of group '" + group + "' are no list", "");
    }
    return list;
  }

  private void fromMeta(Object meta) {
    if (!(meta instanceof Table table)) {
      if (hosts.isEmpty()) {
        return;
      }
      throw wrong("Improperly formatted host information", "'hostvars' is no object");
    }
    for (String host : hosts) {
      hostVariables(host, Optional.ofNullable(table.get(host)).orElse(Table.empty()));
    }
  }

  private void hostVariables(String host, Object variables) {
    if (!(variables instanceof Table table)) {
      throw wrong(
          "Invalid data from file, expected dictionary and got: " + variables,
          "these are the variables of host " + host);
    }
    for (int i = 0; i < table.size(); i++) {
      inventory.at(table.line(i));
      inventory.setVariable(host, table.key(i), table.value(i));
    }
  }

  /** Several hosts are asked for at a time; what they answer is taken in order. */
  private void askForEach() {
    ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Object>> answers = new ArrayList<>();
      for (String host : hosts) {
        Callable<Object> question = () -> ask(host);
        answers.add(askers.submit(question));
      }
      int next = 0;
      for (String host : hosts) {
        hostVariables(host, answers.get(next).get());
        next++;
      }
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof ProblemException problem
          ? problem
          : wrong("problem running " + script, String.valueOf(failure.getCause()));
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
      throw wrong("problem running " + script, "it was cancelled");
    } finally {
      askers.shutdownNow();
    }
  }

  private Object ask(String host) {
    ScriptRunner.Answer answer = runner.run(List.of(script, "--host", host), context);
    String text =
        SourceFile.decoded(answer.output())
            .orElseThrow(
                () -> wrong("the variables of host " + host + " are no UTF-8", answer.errors()));
    return SourceFile.data(script, text, (key, line) -> {});
  }

  private ProblemException wrong(String what, String why) {
    return FormatProblems.script(script, what, why);
  }
}
