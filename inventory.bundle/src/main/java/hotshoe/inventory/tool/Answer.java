package hotshoe.inventory.tool;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.form.GraphForm;
import hotshoe.inventory.form.JsonForm;
import hotshoe.inventory.form.ListForm;
import hotshoe.inventory.form.Shown;
import hotshoe.inventory.form.TomlForm;
import hotshoe.inventory.form.YamlForm;
import hotshoe.inventory.format.Address;
import hotshoe.inventory.format.Vault;
import hotshoe.inventory.pattern.LimitFiles;
import hotshoe.inventory.pattern.Selector;
import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is printed of one inventory: chooses hosts first, then a form. */
final class Answer {

  private static final int MOST_NAMES = 10_000;

  private final Order order;
  private final Arguments arguments;
  private final Inventory inventory;
  private final Preparation prepared;
  private final Messages told;

  Answer(Order order, Inventory inventory, Preparation prepared, Messages told) {
    this.order = order;
    this.arguments = order.arguments();
    this.inventory = inventory;
    this.prepared = prepared;
    this.told = told;
  }

  /** What writes the answer; whatever can be refused before is refused here. */
  Destination.Writer writer() throws Refusal {
    if (arguments.has(Switch.VERBOSE)) {
      inventory
          .sources()
          .forEach(read -> told.say(read.source().text() + " was read by " + read.plugin()));
    }
    return switch (order.action()) {
      case HOST -> host(arguments.last(Switch.HOST).orElse(""));
      case EXPLAIN -> explain(arguments.last(Switch.EXPLAIN).orElse(""));
      case GRAPH -> graph(arguments.rest().orElse("all"));
      default -> list();
    };
  }

  private Shown.Variables variables() {
    boolean isExport = arguments.has(Switch.EXPORT) || prepared.settings().exports();
    return isExport ? Shown.Variables.EXPORTED : Shown.Variables.MERGED;
  }

  private Selector selector() {
    return new Selector(inventory, prepared.settings().mismatch(), Address::isOne);
  }

  private Shown shown() {
    Shown all = new Shown(inventory, variables());
    Optional<String> limit = arguments.last(Switch.LIMIT);
    if (limit.isEmpty() || inventory.hosts().isEmpty()) {
      return all;
    }
    Selector selector = selector();
    List<Host> hosts = selector.select("all", limit.get(), new LimitFiles(prepared.folder()));
    told.tell(selector.warnings());
    return all.limited(hosts);
  }

  private List<Host> matching(String pattern) {
    Selector selector = selector();
    List<Host> hosts = selector.select(pattern);
    told.tell(selector.warnings());
    return hosts;
  }

  private Destination.Writer host(String pattern) throws Refusal {
    List<Host> hosts = matching(pattern);
    if (hosts.size() != 1) {
      throw new Refusal(
          ToolProblems.notOneHost(pattern, hosts.size(), near(pattern)), Refusal.BAD_OPTIONS);
    }
    Shown shown = new Shown(inventory, variables());
    return stream ->
        stream.write(text(shown.variables(hosts.get(0))).getBytes(StandardCharsets.UTF_8));
  }

  private String text(Map<Object, Object> variables) {
    if (!arguments.has(Switch.TOML)) {
      return arguments.has(Switch.YAML) ? YamlForm.text(variables) : JsonForm.text(variables);
    }
    List<Problem> lost = new ArrayList<>();
    String text = TomlForm.text(variables, lost);
    told.tell(lost);
    return text;
  }

  private Destination.Writer explain(String pattern) throws Refusal {
    List<Host> hosts = matching(pattern);
    if (hosts.size() != 1) {
      throw new Refusal(
          ToolProblems.notOneExplained(pattern, hosts.size(), near(pattern)), Refusal.BAD_OPTIONS);
    }
    Host host = hosts.get(0);
    List<Explanation> explanations = explanations(host, arguments.rest());
    String text =
        arguments.has(Switch.JSON)
            ? ExplanationText.json(host.name(), explanations)
            : new ExplanationText(prepared.folder()).of(host.name(), explanations);
    return stream -> stream.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Explanation> explanations(Host host, Optional<String> wanted) throws Refusal {
    List<Explanation> all = new ArrayList<>();
    Set<Object> names = inventory.variables(host).keySet();
    for (Object name : names) {
      if (wanted.isEmpty() || wanted.get().equals(String.valueOf(name))) {
        Explanation.of(inventory, prepared.settings().merging(), host, name).ifPresent(all::add);
      }
    }
    if (wanted.isPresent() && all.isEmpty()) {
      String near = Nearest.to(wanted.get(), names.stream().map(String::valueOf).toList());
      throw new Refusal(
          ToolProblems.noVariable(host.name(), wanted.get(), near), Refusal.BAD_OPTIONS);
    }
    all.sort(Comparator.comparing(one -> String.valueOf(one.name())));
    return all;
  }

  private Destination.Writer graph(String pattern) throws Refusal {
    Group top =
        inventory
            .group(pattern)
            .orElseThrow(
                () ->
                    new Refusal(ToolProblems.noGroup(pattern, near(pattern)), Refusal.BAD_OPTIONS));
    GraphForm.Variables variables =
        arguments.has(Switch.VARIABLES) ? GraphForm.Variables.SHOWN : GraphForm.Variables.LEFT_OUT;
    GraphForm form = new GraphForm(shown(), variables, this::decrypted);
    return stream -> form.write(top, stream);
  }

  private String decrypted(String ciphertext) {
    byte[] envelope = ciphertext.getBytes(StandardCharsets.UTF_8);
    return prepared
        .settings()
        .vaultPassword()
        .flatMap(password -> Vault.opened(envelope, password))
        .map(clear -> new String(clear, StandardCharsets.UTF_8))
        .orElseThrow(() -> new ProblemException(ToolProblems.notDecrypted()));
  }

  private String near(String pattern) {
    Stream<String> hosts = inventory.hosts().stream().map(Host::name);
    Stream<String> groups = inventory.groups().stream().map(Group::name);
    return Nearest.to(pattern, Stream.concat(hosts, groups).limit(MOST_NAMES).toList());
  }

  private Destination.Writer list() {
    Shown shown = shown();
    if (arguments.has(Switch.YAML)) {
      YamlForm form = new YamlForm(shown);
      return form::write;
    }
    if (arguments.has(Switch.TOML)) {
      return stream -> told.tell(new TomlForm(shown).write(stream));
    }
    return stream -> told.tell(new ListForm(shown).write(stream));
  }
}
