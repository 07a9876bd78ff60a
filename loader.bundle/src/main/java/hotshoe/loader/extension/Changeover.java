package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.operation.Operations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One change, as the callers of operations see it: calls to whoever is stopped and started again in
 * its course wait until it is over, so that nobody meets a gap or a half-started version. Used by
 * one thread.
 */
final class Changeover implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Changeover.class);

  private final Dependents dependents;
  private final Function<ExtensionName, Operations.Hold> door;
  private final Map<ExtensionName, Operations.Hold> holds = new HashMap<>();
  private final Deque<ExtensionName> order = new ArrayDeque<>();

  /** Who is stopped with an extension, directly. */
  interface Dependents {
    Collection<ExtensionName> of(ExtensionName name);
  }

  /**
   * Holds nothing yet.
   *
   * @param door lets calls to an extension wait, and returns when those that ran have ended
   */
  Changeover(Dependents dependents, Function<ExtensionName, Operations.Hold> door) {
    this.dependents = dependents;
    this.door = door;
  }

  /**
   * Lets the calls to these wait, and to all that are stopped with them. Whoever needs another
   * comes first: a call that runs there may still call the other before that is held as well.
   */
  void hold(Collection<ExtensionName> names) {
    List<ExtensionName> all = new ArrayList<>(closure(names));
    for (int at = all.size() - 1; at >= 0; at--) {
      hold(all.get(at));
    }
  }

  private LinkedHashSet<ExtensionName> closure(Collection<ExtensionName> names) {
    LinkedHashSet<ExtensionName> all = new LinkedHashSet<>(names);
    Deque<ExtensionName> open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      for (ExtensionName dependent : dependents.of(open.remove())) {
        if (all.add(dependent)) {
          open.add(dependent);
        }
      }
    }
    return all;
  }

  private void hold(ExtensionName name) {
    if (holds.containsKey(name)) {
      return;
    }
    try {
      holds.put(name, door.apply(name));
      order.push(name);
    } catch (RuntimeException failure) {
      log.warn("calls to {} cannot be held while it is replaced", name, failure);
    }
  }

  /** Lets all calls go on, those first that were held last. */
  @Override
  public void close() {
    while (!order.isEmpty()) {
      ExtensionName name = order.pop();
      try {
        holds.remove(name).close();
      } catch (RuntimeException failure) {
        log.warn("calls to {} cannot go on", name, failure);
      }
    }
  }
}
