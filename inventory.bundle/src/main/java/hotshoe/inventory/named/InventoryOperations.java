package hotshoe.inventory.named;

import hotshoe.host.Host;
import hotshoe.inventory.Group;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.LayeredValue;
import hotshoe.inventory.NamedInventories;
import hotshoe.inventory.ReadSource;
import hotshoe.inventory.form.GraphForm;
import hotshoe.inventory.form.Shown;
import hotshoe.operation.Invocation;
import hotshoe.operation.Operation;
import hotshoe.operation.OperationComponent;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.operation.Parameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What everybody may ask inventories with a name. */
@Component(service = OperationComponent.class)
public final class InventoryOperations implements OperationComponent {

  private static final String NAME = "The name of the inventory.";
  private static final String READ_ONLY = "read-only";
  private static final long MOST = 10_000;

  private final NamedInventories inventories;

  /**
   * Answers from these.
   *
   * @param host is ready, so that nobody waits for this at the start
   */
  @Activate
  public InventoryOperations(
      @Reference(target = "(hotshoe.ready=true)") Host host,
      @Reference NamedInventories inventories) {
    this.inventories = inventories;
  }

  /** All of them. */
  @Operation(
      name = "inventory-list",
      description = "Lists the inventories of the host and how they are; reads none of them.",
      roles = READ_ONLY,
      traits = Trait.READ_ONLY)
  public List<Told.State> list() {
    return inventories.list().stream().map(Told.State::of).toList();
  }

  /** One of them. */
  @Operation(
      name = "inventory-info",
      description = "Tells how an inventory is; does not read it.",
      roles = READ_ONLY,
      traits = Trait.READ_ONLY)
  public Told.State info(@Parameter(description = NAME) String inventory) {
    return Told.State.of(
        inventories.find(inventory).orElseThrow(() -> NamedProblems.unknown(inventory, names())));
  }

  private List<String> names() {
    return inventories.list().stream().map(it -> it.name()).toList();
  }

  /** What it was read from. */
  @Operation(
      name = "inventory-sources",
      description = "Lists what an inventory was read from, and which plugin read it.",
      roles = READ_ONLY,
      traits = Trait.READ_ONLY)
  public List<Told.Source> sources(@Parameter(description = NAME) String inventory) {
    List<ReadSource> sources = inventories.inventory(inventory).sources();
    return sources.stream()
        .map(read -> new Told.Source(read.source().text(), read.plugin()))
        .limit(MOST)
        .toList();
  }

  /** The variables of one host. */
  @Operation(
      name = "inventory-host",
      description = "Shows all variables of a host, as ansible-inventory --host does.",
      roles = READ_ONLY,
      traits = Trait.READ_ONLY)
  public Map<String, Object> host(
      @Parameter(description = NAME) String inventory,
      @Parameter(description = "The name of the host.") String host) {
    Inventory now = inventories.inventory(inventory);
    return Hosts.of(inventory, now).shown(Hosts.of(inventory, now).one(host));
  }

  /** The hosts that a pattern means. */
  @Operation(
      name = "inventory-hosts",
      description = "Lists the hosts that a pattern means and a limit leaves, a page at a time.",
      roles = READ_ONLY,
      traits = Trait.READ_ONLY)
  public Told.Hosts hosts(
      @Parameter(description = NAME) String inventory,
      @Parameter(description = "Such as web:!test.", defaultValue = "all") String pattern,
      @Parameter(description = "Patterns that limit it.", defaultValue = "") String limit,
      @Parameter(description = "How many to pass over.", defaultValue = "0", minimum = 0)
          int offset,
      @Parameter(
              description = "How many to list at most.",
              defaultValue = "1000",
              minimum = 1,
              maximum = MOST)
          int count,
      @Parameter(description = "Whether to list their variables.", defaultValue = "false")
          boolean variables) {
    return Hosts.of(inventory, inventories.inventory(inventory))
        .page(pattern, limit, new Hosts.Page(offset, count, variables));
  }

  /** Groups and hosts as a tree. */
  @Operation(
      name = "inventory-graph",
      description =
          "Writes groups and hosts to the output of the task as a tree, as ansible-inventory"
              + " --graph does; encrypted values stay so.",
      roles = READ_ONLY,
      traits = Trait.READ_ONLY)
  public void graph(
      @Parameter(description = NAME) String inventory,
      @Parameter(description = "The group to begin with.", defaultValue = "all") String group,
      @Parameter(description = "Whether to write variables.", defaultValue = "false")
          boolean variables,
      Invocation call)
      throws IOException {
    Inventory now = inventories.inventory(inventory);
    List<String> groups = now.groups().stream().map(Group::name).toList();
    Group top = now.group(group).orElseThrow(() -> NamedProblems.group(inventory, group, groups));
    GraphForm form =
        new GraphForm(
            new Shown(now, Shown.Variables.EXPORTED),
            variables ? GraphForm.Variables.SHOWN : GraphForm.Variables.LEFT_OUT,
            ciphertext -> "(encrypted)");
    try (TaskOutput output = new TaskOutput(call.task())) {
      form.write(top, output);
    }
  }

  /** Where a value comes from. */
  @Operation(
      name = "inventory-explain",
      description =
          "Lists every value that was given for a variable of a host, with layer, file and line,"
              + " the strongest last.",
      roles = READ_ONLY,
      traits = Trait.READ_ONLY)
  public List<Told.Layer> explain(
      @Parameter(description = NAME) String inventory,
      @Parameter(description = "The name of the host.") String host,
      @Parameter(description = "The name of the variable.") String variable) {
    Inventory now = inventories.inventory(inventory);
    List<LayeredValue> values = now.explain(Hosts.of(inventory, now).one(host), variable);
    List<Told.Layer> layers = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      layers.add(Told.Layer.of(values.get(i), i == values.size() - 1));
    }
    return layers;
  }

  /** What became different. */
  @Operation(
      name = "inventory-changes",
      description = "Lists the latest changes of an inventory after a version, the oldest first.",
      roles = READ_ONLY,
      traits = Trait.READ_ONLY)
  public List<Told.Change> changes(
      @Parameter(description = NAME) String inventory,
      @Parameter(description = "The version that is known.", defaultValue = "0") long after) {
    return inventories.changes(inventory, after).stream().map(Told.Change::of).toList();
  }
}
