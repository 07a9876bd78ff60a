package hotshoe.shell.command;

import hotshoe.inventory.Group;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryChange;
import hotshoe.inventory.NamedInventories;
import hotshoe.inventory.NamedInventory;
import hotshoe.operation.Operations;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.shell.command.Completes.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code inv:*} that look at inventories. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=inv",
      "osgi.command.function=list",
      "osgi.command.function=show",
      "osgi.command.function=hosts",
      "osgi.command.function=host",
      "osgi.command.function=graph",
      "osgi.command.function=explain",
      "osgi.command.function=changes",
      "osgi.command.function=watch",
      "osgi.command.function=plugins",
      "osgi.command.function=plugin"
    })
public class InventoryCommands implements Assistant {

  private final NamedInventories inventories;
  private final InventoryCalls calls;

  @Activate
  public InventoryCommands(
      @Reference NamedInventories inventories, @Reference Operations operations) {
    this.inventories = inventories;
    this.calls = new InventoryCalls(operations);
  }

  @Descriptor("lists the inventories and how they are; reads none of them")
  @Examples("inv:list")
  public Listing<NamedInventory> list() {
    return new Listing<>(NamedInventory.class, inventories.list());
  }

  @Descriptor("tells all about an inventory: sources, plugins, age, problems")
  @Examples("inv:show web")
  public NamedInventory show(@Descriptor("its name") @Completes(Kind.INVENTORY) String name) {
    return inventories.find(name).orElseThrow(() -> new ProblemException(unknown(name)));
  }

  private Problem unknown(String name) {
    List<String> known = inventories.list().stream().map(NamedInventory::name).toList();
    return Problem.error("HS-SHELL-005", "there is no inventory '" + name + "'")
        .advising(Candidates.advice(name, known, "inv:list lists all of them"));
  }

  @Descriptor("lists the hosts that a pattern means")
  @Examples({"inv:hosts web", "inv:hosts web 'db:!test'", "inv:hosts web all -l 'rack_[1:3]'"})
  public Listing<String> hosts(
      CommandSession session,
      @Descriptor("patterns that limit it")
          @Parameter(
              names = {"-l", "--limit"},
              absentValue = "")
          String limit,
      @Descriptor("at most so many; 1000 if you do not say")
          @Parameter(
              names = {"-n", "--count"},
              absentValue = "1000")
          int count,
      @Descriptor("the name of the inventory") @Completes(Kind.INVENTORY) String name,
      @Descriptor("groups, hosts and signs as in Ansible; all if you do not say")
          @Completes(Kind.INVENTORY_GROUP)
          String... pattern)
      throws InterruptedException {
    String all = pattern.length == 0 ? "all" : String.join(",", pattern);
    CallResult result =
        calls.call(
            session,
            "inventory-hosts",
            Map.of("inventory", name, "pattern", all, "limit", limit, "count", count));
    List<?> rows = InventoryCalls.list(result.result(), "hosts");
    Dialogue dialogue = Dialogue.of(session);
    InventoryCalls.list(result.result(), "warnings").forEach(told -> dialogue.err(told + "\n"));
    long more = InventoryCalls.number(result.result(), "total") - rows.size();
    if (more > 0) {
      dialogue.err("... and " + more + " more; -n shows more of them\n");
    }
    return new Listing<>(String.class, List.copyOf(InventoryCalls.names(rows)));
  }

  @Descriptor("shows all variables of a host")
  @Examples("inv:host web www1")
  public JsonDocument host(
      CommandSession session,
      @Descriptor("the name of the inventory") @Completes(Kind.INVENTORY) String name,
      @Descriptor("the name of the host") @Completes(Kind.INVENTORY_HOST) String host)
      throws InterruptedException {
    return new JsonDocument(
        calls.call(session, "inventory-host", Map.of("inventory", name, "host", host)).result());
  }

  @Descriptor("shows groups and hosts as a tree")
  @Examples({"inv:graph web", "inv:graph web --vars db"})
  public InventoryTree graph(
      @Descriptor("with the variables that sources and files set of each")
          @Parameter(names = "--vars", presentValue = "true", absentValue = "false")
          boolean variables,
      @Descriptor("the name of the inventory") @Completes(Kind.INVENTORY) String name,
      @Descriptor("the group to begin with; all if you do not say") @Completes(Kind.INVENTORY_GROUP)
          String... group) {
    Inventory inventory = inventories.inventory(name);
    String top = group.length == 0 ? "all" : group[0];
    Group found =
        inventory.group(top).orElseThrow(() -> new ProblemException(noGroup(inventory, top)));
    return new InventoryTree(inventory, found, variables);
  }

  private static Problem noGroup(Inventory inventory, String name) {
    List<String> known = inventory.groups().stream().map(Group::name).toList();
    return Problem.error("HS-SHELL-005", "there is no group '" + name + "'")
        .advising(Candidates.advice(name, known, "inv:graph without a group shows all of them"));
  }

  @Descriptor("tells every value that was given for a variable of a host; the last one holds")
  @Examples("inv:explain web www1 http_port")
  public CallResult explain(
      CommandSession session,
      @Descriptor("the name of the inventory") @Completes(Kind.INVENTORY) String name,
      @Descriptor("the name of the host") @Completes(Kind.INVENTORY_HOST) String host,
      @Descriptor("the name of the variable") String variable)
      throws InterruptedException {
    return calls.call(
        session,
        "inventory-explain",
        Map.of("inventory", name, "host", host, "variable", variable));
  }

  @Descriptor("lists the latest changes of an inventory")
  @Examples({"inv:changes web", "inv:changes web -a 7"})
  public Listing<InventoryChange> changes(
      @Descriptor("those after this version")
          @Parameter(
              names = {"-a", "--after"},
              absentValue = "0")
          long after,
      @Descriptor("its name") @Completes(Kind.INVENTORY) String name) {
    return new Listing<>(InventoryChange.class, inventories.changes(name, after));
  }

  @Descriptor("shows changes as they come, until Ctrl-C; of all inventories if you name none")
  @Examples({"inv:watch", "inv:watch web"})
  public void watch(
      CommandSession session,
      @Descriptor("names of inventories; they are read if nobody has yet")
          @Completes(Kind.INVENTORY)
          String... name)
      throws InterruptedException {
    List<String> wanted = List.of(name);
    Dialogue dialogue = Dialogue.of(session);
    BlockingQueue<InventoryChange> heard = new LinkedBlockingQueue<>();
    wanted.forEach(inventories::inventory);
    try (NamedInventories.Listening listening = inventories.listen(heard::add)) {
      dialogue.err("Watching; Ctrl-C ends it.\n");
      while (!Thread.interrupted()) {
        InventoryChange change = heard.take();
        if (wanted.isEmpty() || wanted.contains(change.inventory())) {
          dialogue.show(change);
        }
      }
    }
  }

  @Descriptor("lists the plugins that read inventories")
  @Examples("inv:plugins")
  public CallResult plugins(CommandSession session) throws InterruptedException {
    return calls.call(session, "inventory-plugins", Map.of());
  }

  @Descriptor("lists the options of a plugin with type, default, environment and file")
  @Examples("inv:plugin script")
  public CallResult plugin(
      CommandSession session, @Descriptor("its name") @Completes(Kind.INVENTORY_PLUGIN) String name)
      throws InterruptedException {
    return calls.call(session, "inventory-plugin-options", Map.of("plugin", name));
  }

  @Override
  public Collection<Offer> offers(Kind kind, List<String> words, String begun) {
    return new InventoryNames(inventories).offers(kind, words, begun);
  }
}
