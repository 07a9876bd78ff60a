package hotshoe.shell.command;

import hotshoe.inventory.InventoryChange;
import hotshoe.inventory.NamedInventories;
import hotshoe.operation.Operations;
import hotshoe.shell.command.Completes.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code inv:*} that change inventories. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=inv",
      "osgi.command.function=refresh",
      "osgi.command.function=addhost",
      "osgi.command.function=groupby",
      "osgi.command.function=forget",
      "osgi.command.function=put",
      "osgi.command.function=remove"
    })
public class InventoryChangeCommands implements Assistant {

  private static final String INVENTORY = "inventory";

  private final NamedInventories inventories;
  private final InventoryCalls calls;

  @Activate
  public InventoryChangeCommands(
      @Reference NamedInventories inventories, @Reference Operations operations) {
    this.inventories = inventories;
    this.calls = new InventoryCalls(operations);
  }

  @Descriptor("reads an inventory anew, out of no cache, and shows what became different")
  @Examples("inv:refresh web")
  public Object refresh(
      CommandSession session, @Descriptor("its name") @Completes(Kind.INVENTORY) String name)
      throws InterruptedException {
    return difference(name, calls.call(session, "inventory-refresh", Map.of(INVENTORY, name)));
  }

  /** The whole change, which the answer of the call has in short. */
  private Object difference(String name, CallResult result) {
    long version = InventoryCalls.number(result.result(), "version");
    List<InventoryChange> changes = inventories.changes(name, version - 1);
    return changes.isEmpty() ? "Nothing became different in " + name + "." : changes.get(0);
  }

  @Descriptor("adds a host, or variables and groups to one that is there, beside all sources")
  @Examples({"inv:addhost web www9", "inv:addhost web www9 -g www,new port=8080"})
  public String addhost(
      CommandSession session,
      @Descriptor("groups that it comes into, with commas between them")
          @Parameter(
              names = {"-g", "--groups"},
              absentValue = "")
          String groups,
      @Descriptor("the name of the inventory") @Completes(Kind.INVENTORY) String name,
      @Descriptor("the name of the host") @Completes(Kind.INVENTORY_HOST) String host,
      @Descriptor("variables, as name=value") String... variable)
      throws InterruptedException {
    List<String> into =
        Stream.of(groups.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put(INVENTORY, name);
    arguments.put("host", host);
    arguments.put("groups", into);
    arguments.put("variables", Arguments.of(List.of(variable)));
    return told(calls.call(session, "inventory-add-host", arguments), host + " was added to");
  }

  private static String told(CallResult result, String what) {
    return InventoryCalls.isChanged(result)
        ? "Changed: " + what + " the inventory, until inv:forget."
        : "Nothing to change.";
  }

  @Descriptor("puts a host into a group, and that group into others, beside all sources")
  @Examples({"inv:groupby web www1 os_linux", "inv:groupby web www1 os_linux os"})
  public String groupby(
      CommandSession session,
      @Descriptor("the name of the inventory") @Completes(Kind.INVENTORY) String name,
      @Descriptor("the name of the host") @Completes(Kind.INVENTORY_HOST) String host,
      @Descriptor("the group") @Completes(Kind.INVENTORY_GROUP) String group,
      @Descriptor("groups above that group") @Completes(Kind.INVENTORY_GROUP) String... parent)
      throws InterruptedException {
    Map<String, Object> arguments =
        Map.of(INVENTORY, name, "host", host, "group", group, "parents", List.of(parent));
    return told(
        calls.call(session, "inventory-group-by", arguments), host + " is in " + group + " of");
  }

  @Descriptor("drops all hosts and groups that were added beside the sources")
  @Examples("inv:forget web")
  public Object forget(
      CommandSession session, @Descriptor("its name") @Completes(Kind.INVENTORY) String name)
      throws InterruptedException {
    return difference(
        name, calls.call(session, "inventory-forget-additions", Map.of(INVENTORY, name)));
  }

  @Descriptor("creates an inventory, or says anew what one is read from")
  @Examples({"inv:put web /srv/inventory", "inv:put two 'a,b' --folder /srv"})
  public Object put(
      CommandSession session,
      @Descriptor("where relative paths start") @Parameter(names = "--folder", absentValue = "")
          String folder,
      @Descriptor("pass over sources that cannot be read, as at home")
          @Parameter(names = "--traces", presentValue = "true", absentValue = "false")
          boolean traces,
      @Descriptor("for how many seconds answers of scripts hold; an hour if you do not say")
          @Parameter(names = "--lifetime", absentValue = "3600")
          long lifetime,
      @Descriptor("its name") @Completes(Kind.INVENTORY) String name,
      @Descriptor("a path, or a list of hosts such as a,b") @Completes(Kind.FILE) String... source)
      throws InterruptedException {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put(INVENTORY, name);
    arguments.put("sources", List.of(source));
    arguments.put("failures", traces ? "traces" : "nothing");
    arguments.put("lifetime", lifetime);
    if (!folder.isEmpty()) {
      arguments.put("folder", folder);
    }
    calls.call(session, "inventory-put", arguments);
    return inventories.find(name).orElseThrow();
  }

  @Descriptor("removes an inventory; its sources stay")
  @Examples("inv:remove web")
  public String remove(
      CommandSession session, @Descriptor("its name") @Completes(Kind.INVENTORY) String name)
      throws InterruptedException {
    CallResult result = calls.call(session, "inventory-remove", Map.of(INVENTORY, name));
    return InventoryCalls.isChanged(result)
        ? "Inventory " + name + " is removed; its sources stay."
        : "There is no inventory " + name + ".";
  }

  @Override
  public Collection<Offer> offers(Kind kind, List<String> words, String begun) {
    return new InventoryNames(inventories).offers(kind, words, begun);
  }
}
