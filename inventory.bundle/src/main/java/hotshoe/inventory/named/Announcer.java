package hotshoe.inventory.named;

import hotshoe.inventory.InventoryChange;
import hotshoe.inventory.InventoryListener;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners of changes, in order, one at a time, and not on the thread that made the change:
 * a listener may ask for anything and take its time.
 */
final class Announcer {

  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

  private final List<InventoryListener> listeners = new CopyOnWriteArrayList<>();
  private final Queue<InventoryChange> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final Executor executor;

  Announcer(Executor executor) {
    this.executor = executor;
  }

  void add(InventoryListener listener) {
    listeners.add(listener);
  }

  void remove(InventoryListener listener) {
    listeners.remove(listener);
  }

  void tell(InventoryChange change) {
    waiting.add(change);
    if (count.getAndIncrement() == 0) {
      executor.execute(this::drain);
    }
  }

  private void drain() {
    do {
      InventoryChange change = waiting.remove();
      listeners.forEach(listener -> tell(listener, change));
    } while (count.decrementAndGet() > 0);
  }

  private static void tell(InventoryListener listener, InventoryChange change) {
    try {
      listener.changed(change);
    } catch (RuntimeException | LinkageError failure) {
      LOG.error(
          "{}", NamedProblems.listener(listener.getClass().getName(), failure).sentence(), failure);
    }
  }
}
