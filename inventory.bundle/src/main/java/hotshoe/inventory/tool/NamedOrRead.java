package hotshoe.inventory.tool;

import hotshoe.inventory.Inventories;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.NamedInventories;
import hotshoe.inventory.NamedInventory;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.util.List;

/**
 * Answers a request for {@code @web} with what the host keeps by the name of web; reads all others.
 * What is kept is read already, so nothing can be laid over or under it.
 */
record NamedOrRead(Inventories inventories, NamedInventories named) implements Inventories {

  private static final String MARK = "@";
  private static final int BAD_OPTIONS = 5;
  private static final int NO_ANSWER = 1;

  @Override
  public Reading read(InventoryRequest request) {
    List<String> sources = request.sources();
    if (sources.stream().noneMatch(source -> source.startsWith(MARK))) {
      return inventories.read(request);
    }
    if (sources.size() > 1 || !request.extraVariables().isEmpty()) {
      return new Refused(List.of(ToolProblems.notAlone(sources)), BAD_OPTIONS);
    }
    return kept(sources.get(0).substring(MARK.length()));
  }

  private Reading kept(String name) {
    try {
      Inventory inventory = named.inventory(name);
      return new Read(
          inventory, named.find(name).map(NamedInventory::problems).orElse(List.<Problem>of()));
    } catch (ProblemException none) {
      return new Refused(none.problems(), NO_ANSWER);
    }
  }

  @Override
  public List<InventoryPlugin> plugins() {
    return inventories.plugins();
  }
}
