package hotshoe.inventory.named;

import hotshoe.inventory.Inventory;
import hotshoe.inventory.model.Addition;
import hotshoe.inventory.model.Continuation;
import hotshoe.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What was added to one inventory while the host runs, to be made again after each reading. */
final class Additions {

  private final List<Addition> made = new CopyOnWriteArrayList<>();

  int size() {
    return made.size();
  }

  void clear() {
    made.clear();
  }

  /** Makes this again from now on; what is said twice is kept once. */
  void keep(Addition addition) {
    made.remove(addition);
    made.add(addition);
  }

  /** An inventory with one more addition; empty where that changes nothing. */
  Optional<Inventory> extended(String name, Inventory inventory, Addition addition) {
    Continuation next = Continuation.of(inventory);
    try {
      return next.add(addition) ? Optional.of(next.finish()) : Optional.empty();
    } catch (ProblemException impossible) {
      throw NamedProblems.impossible(impossible.problems().get(0), name);
    }
  }

  /** An inventory with all of them: hosts first, then groups, as at home (row AN-12). */
  Inventory madeAgain(String name, Inventory inventory) {
    if (made.isEmpty()) {
      return inventory;
    }
    Continuation next = Continuation.of(inventory);
    Stream<Addition> hosts = made.stream().filter(Addition.OfHost.class::isInstance);
    Stream<Addition> groups = made.stream().filter(Addition.OfGroup.class::isInstance);
    try {
      hosts.forEach(next::add);
      groups.filter(addition -> next.has(addition.host())).forEach(next::add);
      return next.finish();
    } catch (ProblemException impossible) {
      throw NamedProblems.impossible(impossible.problems().get(0), name);
    }
  }
}
