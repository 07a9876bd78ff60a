package hotshoe.inventory.named;

import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryChange;
import hotshoe.inventory.model.Difference;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The latest changes of one inventory, which are told as they come. */
final class Changes {

  private static final int REMEMBERED = 100;

  private final String name;
  private final Consumer<InventoryChange> teller;
  private final Deque<InventoryChange> latest = new ArrayDeque<>();

  Changes(String name, Consumer<InventoryChange> teller) {
    this.name = name;
    this.teller = teller;
  }

  /** What is different; of the first answer everything is new. */
  InventoryChange between(Optional<Inventory> before, Inventory after, long version) {
    Instant now = Instant.now();
    if (before.isEmpty()) {
      return new InventoryChange(
          name, version, now, Difference.everyHost(after), Difference.everyGroup(after));
    }
    Difference difference = Difference.between(before.get(), after);
    return new InventoryChange(name, version, now, difference.hosts(), difference.groups());
  }

  /** Remembers a change and tells everybody; one in which nothing is different is nothing. */
  void tell(InventoryChange change) {
    if (!change.isEmpty()) {
      remember(change);
      teller.accept(change);
    }
  }

  private synchronized void remember(InventoryChange change) {
    latest.addLast(change);
    if (latest.size() > REMEMBERED) {
      latest.removeFirst();
    }
  }

  synchronized List<InventoryChange> after(long version) {
    return latest.stream().filter(change -> change.version() > version).toList();
  }
}
