package hotshoe.inventory.tool;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.form.JsonForm;
import hotshoe.inventory.form.ListForm;
import hotshoe.inventory.form.Shown;
import hotshoe.inventory.format.Address;
import hotshoe.inventory.pattern.LimitFiles;
import hotshoe.inventory.pattern.Selector;
import hotshoe.problem.Nearest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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

  private Destination.Writer host(String pattern) throws Refusal {
    Selector selector = selector();
    List<Host> hosts = selector.select(pattern);
    told.tell(selector.warnings());
    if (hosts.size() != 1) {
      throw new Refusal(
          ToolProblems.notOneHost(pattern, hosts.size(), near(pattern)), Refusal.BAD_OPTIONS);
    }
    Shown shown = new Shown(inventory, variables());
    return stream ->
        stream.write(JsonForm.text(shown.variables(hosts.get(0))).getBytes(StandardCharsets.UTF_8));
  }

  private String near(String pattern) {
    Stream<String> hosts = inventory.hosts().stream().map(Host::name);
    Stream<String> groups = inventory.groups().stream().map(Group::name);
    return Nearest.to(pattern, Stream.concat(hosts, groups).limit(MOST_NAMES).toList());
  }

  private Destination.Writer list() {
    Shown shown = shown();
    return stream -> told.tell(new ListForm(shown).write(stream));
  }
}
