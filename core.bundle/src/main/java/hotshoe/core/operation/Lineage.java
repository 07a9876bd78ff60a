package hotshoe.core.operation;

import hotshoe.caller.Caller;
import java.util.Optional;

/**
 * A running call, and the one that made it. Compared by identity.
 *
 * <p>The thread that runs a handler knows its call, so that calls which the handler makes by way of
 * the service are known as its sub-calls too: they pass the gates it is inside of, and their depth
 * is bounded.
 */
final class Lineage {

  /** Nobody: a call from outside. */
  static final Lineage OUTSIDE = new Lineage();

  private final Lineage parent;
  private final Gate gate;
  private final String task;
  final Caller caller;
  final int depth;

  private Lineage() {
    parent = this;
    gate = new Gate(hotshoe.extension.ExtensionName.HOST);
    task = "";
    caller = Caller.HOST;
    depth = 0;
  }

  Lineage(Lineage parent, Gate gate, String task, Caller caller) {
    this.parent = parent;
    this.gate = gate;
    this.task = task;
    this.caller = caller;
    this.depth = parent.depth + 1;
  }

  boolean isInside(Gate other) {
    for (Lineage it = this; it != OUTSIDE; it = it.parent) {
      if (it.gate == other) {
        return true;
      }
    }
    return false;
  }

  Optional<String> task() {
    return task.isEmpty() ? Optional.empty() : Optional.of(task);
  }
}
