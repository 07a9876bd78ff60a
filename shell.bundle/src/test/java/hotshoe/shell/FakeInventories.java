package hotshoe.shell;

import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryChange;
import hotshoe.inventory.InventoryChange.Changed;
import hotshoe.inventory.InventoryChange.Part;
import hotshoe.inventory.InventoryDefinition;
import hotshoe.inventory.InventoryListener;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.NamedInventories;
import hotshoe.inventory.NamedInventory;
import hotshoe.inventory.NamedInventory.State;
import hotshoe.inventory.ReadSource;
import hotshoe.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two inventories, one of which cannot be read anew. */
public final class FakeInventories implements NamedInventories {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private static final InventoryChange CHANGE =
      new InventoryChange(
          "web",
          7,
          NOON,
          new Part(
              List.of("www3"),
              List.of("old"),
              List.of(
                  new Changed("www1", List.of("port"), List.of(), List.of()),
                  new Changed("db1", List.of(), List.of("db"), List.of("web")))),
          new Part(List.of(), List.of(), List.of()));

  private final List<NamedInventory> all =
      List.of(
          new NamedInventory(
              InventoryDefinition.of("later", "a,b"),
              State.UNREAD,
              0,
              Optional.empty(),
              Optional.empty(),
              0,
              0,
              0,
              List.of(),
              List.of()),
          new NamedInventory(
              InventoryDefinition.of("web", "hosts", "cloud.yml"),
              State.STALE,
              7,
              Optional.of(NOON),
              Optional.of(NOON.plusSeconds(60)),
              3,
              4,
              1,
              List.of(new ReadSource(new InventorySource("/srv/hosts"), "ini")),
              List.of(
                  Problem.error("HS-INVENTORY-193", "the plugin csv went")
                      .because("its extension was removed")
                      .advising("install it again"))));

  @Override
  public List<NamedInventory> list() {
    return all;
  }

  @Override
  public Optional<NamedInventory> find(String name) {
    return all.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  @Override
  public Inventory inventory(String name) {
    return FakeInventory.small();
  }

  @Override
  public InventoryChange refresh(String name) {
    return CHANGE;
  }

  @Override
  public List<InventoryChange> changes(String name, long afterVersion) {
    return List.of(CHANGE);
  }

  @Override
  public boolean addHost(String name, String host, List<String> groups, Map<String, ?> variables) {
    return true;
  }

  @Override
  public boolean groupBy(String name, String host, String group, List<String> parents) {
    return true;
  }

  @Override
  public InventoryChange forgetAdditions(String name) {
    return CHANGE;
  }

  @Override
  public void put(InventoryDefinition definition) {
    throw new IllegalStateException("not in these tests");
  }

  @Override
  public boolean remove(String name) {
    return true;
  }

  /** Tells one change at once. */
  @Override
  public Listening listen(InventoryListener listener) {
    listener.changed(CHANGE);
    return () -> {};
  }
}
