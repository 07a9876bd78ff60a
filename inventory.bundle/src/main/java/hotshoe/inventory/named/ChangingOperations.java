package hotshoe.inventory.named;

import hotshoe.host.Host;
import hotshoe.inventory.InventoryDefinition;
import hotshoe.inventory.InventoryRequest.Failures;
import hotshoe.inventory.NamedInventories;
import hotshoe.operation.Operation;
import hotshoe.operation.OperationComponent;
import hotshoe.operation.Parameter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What changes inventories with a name. Which sources are read is for the highest role: a source
 * may be any file of the host, or a program.
 */
@Component(service = OperationComponent.class)
public final class ChangingOperations implements OperationComponent {

  private static final String NAME = "The name of the inventory.";
  private static final String OPERATOR = "pool-operator";
  private static final String ADMIN = "pool-admin";

  private final NamedInventories inventories;

  /**
   * Changes these.
   *
   * @param host is ready, so that nobody waits for this at the start
   */
  @Activate
  public ChangingOperations(
      @Reference(target = "(hotshoe.ready=true)") Host host,
      @Reference NamedInventories inventories) {
    this.inventories = inventories;
  }

  /** Whether something became different. */
  public record Changed(
      @Parameter(description = "Whether that changed anything.") boolean changed) {}

  /** Reads it anew. */
  @Operation(
      name = "inventory-refresh",
      description =
          "Reads an inventory anew, out of no cache, and makes its additions again; tells what"
              + " became different. When it cannot be read, its last answer stays.",
      roles = OPERATOR)
  public Told.Change refresh(@Parameter(description = NAME) String inventory) {
    return Told.Change.of(inventories.refresh(inventory));
  }

  /** Adds a host. */
  @Operation(
      name = "inventory-add-host",
      description =
          "Adds a host, or variables and groups to one that is there, as add_host does. What was"
              + " added outlives refreshes, not the host's process.",
      roles = OPERATOR)
  public Changed addHost(
      @Parameter(description = NAME) String inventory,
      @Parameter(description = "The name of the host.") String host,
      @Parameter(description = "Groups that it comes into.", defaultValue = "[]")
          List<String> groups,
      @Parameter(description = "Variables that are set of it.", defaultValue = "{}")
          Map<String, Object> variables) {
    return new Changed(inventories.addHost(inventory, host, groups, variables));
  }

  /** Puts a host into a group. */
  @Operation(
      name = "inventory-group-by",
      description =
          "Puts a host into a group, and that group into others, as group_by does. Groups that"
              + " are not there are created.",
      roles = OPERATOR)
  public Changed groupBy(
      @Parameter(description = NAME) String inventory,
      @Parameter(description = "The name of the host.") String host,
      @Parameter(description = "The group.") String group,
      @Parameter(description = "Groups above that group.", defaultValue = "[]")
          List<String> parents) {
    return new Changed(inventories.groupBy(inventory, host, group, parents));
  }

  /** Drops additions. */
  @Operation(
      name = "inventory-forget-additions",
      description = "Drops all hosts and groups that were added beside the sources.",
      roles = OPERATOR)
  public Told.Change forget(@Parameter(description = NAME) String inventory) {
    return Told.Change.of(inventories.forgetAdditions(inventory));
  }

  /** Keeps a definition. */
  @Operation(
      name = "inventory-put",
      description = "Creates an inventory, or says anew what one is read from.",
      roles = ADMIN)
  public Told.State put(
      @Parameter(description = "Lower case letters, digits, dots, dashes and underscores.")
          String inventory,
      @Parameter(description = "Paths and lists of hosts, in order.") List<String> sources,
      @Parameter(description = "Where relative paths start.") Optional<String> folder,
      @Parameter(description = "The playbook's folder.") Optional<String> playbook,
      @Parameter(description = "Settings, such as ANSIBLE_HASH_BEHAVIOUR.", defaultValue = "{}")
          Map<String, String> environment,
      @Parameter(description = "Variables that win over all others.", defaultValue = "{}")
          Map<String, Object> variables,
      @Parameter(
              description = "What a source that cannot be read leaves behind.",
              defaultValue = "nothing",
              choices = {"nothing", "traces"})
          String failures,
      @Parameter(
              description = "Seconds for which answers of scripts hold; 0 is for ever.",
              defaultValue = "3600",
              minimum = 0,
              maximum = 1_000_000_000)
          long lifetime,
      @Parameter(description = "Whether to read it anew on changes.", defaultValue = "true")
          boolean watched) {
    if (!InventoryDefinition.isName(inventory)) {
      throw NamedProblems.name(inventory);
    }
    inventories.put(
        new InventoryDefinition(
            inventory,
            sources,
            folder.map(Path::of),
            playbook.map(Path::of),
            environment,
            variables,
            failures.equals("traces") ? Failures.LEAVE_TRACES : Failures.LEAVE_NOTHING,
            Duration.ofSeconds(lifetime),
            watched));
    return Told.State.of(inventories.find(inventory).orElseThrow());
  }

  /** Drops a definition. */
  @Operation(
      name = "inventory-remove",
      description = "Removes an inventory; its sources stay as they are.",
      roles = ADMIN)
  public Changed remove(@Parameter(description = NAME) String inventory) {
    return new Changed(inventories.remove(inventory));
  }
}
