package hotshoe.shell.command;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.NamedInventories;
import hotshoe.inventory.NamedInventory;
import hotshoe.shell.command.Assistant.Offer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names in and of inventories that can be written next; none is read for it. */
final class InventoryNames {

  private static final int MOST = 200;

  private final NamedInventories inventories;

  InventoryNames(NamedInventories inventories) {
    this.inventories = inventories;
  }

  Collection<Offer> offers(Completes.Kind kind, List<String> words, String begun) {
    return switch (kind) {
      case INVENTORY -> inventories.list().stream().map(InventoryNames::offer).toList();
      case INVENTORY_HOST -> hosts(words, begun);
      case INVENTORY_GROUP ->
          named(words).stream()
              .flatMap(it -> it.groups().stream())
              .map(Group::name)
              .filter(name -> name.startsWith(begun))
              .limit(MOST)
              .map(name -> Offer.of(name, "group"))
              .toList();
      default -> List.of();
    };
  }

  private List<Offer> hosts(List<String> words, String begun) {
    return named(words).stream()
        .flatMap(it -> it.hosts().stream())
        .map(Host::name)
        .filter(name -> name.startsWith(begun))
        .limit(MOST)
        .map(name -> Offer.of(name, "host"))
        .toList();
  }

  private static Offer offer(NamedInventory it) {
    String state = it.state().name().toLowerCase(Locale.ROOT);
    return Offer.of(it.name(), state + ", " + it.hosts() + " hosts");
  }

  /** The inventory that is named before, if it has an answer in memory. */
  private Optional<Inventory> named(List<String> words) {
    return inventories.list().stream()
        .filter(it -> words.contains(it.name()) && it.read().isPresent())
        .findFirst()
        .map(it -> inventories.inventory(it.name()));
  }
}
