package hotshoe.core.slice;

import hotshoe.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * Slices that go down together: none of them stops before all of them have done their prestop (row
 * INM-19). Used only under the engine's lock, but for {@link #done()}.
 */
final class Descent {

  private final Set<Arrival> toPrestop = new LinkedHashSet<>();
  private final Set<Arrival> toGo = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<CompletableFuture<Void>> others = new ArrayList<>();
  private final CompletableFuture<Void> own = new CompletableFuture<>();
  private final CompletableFuture<Void> all = new CompletableFuture<>();
  private final Duration limit;
  private Order order = Order.KEPT;

  /** How far this descent still respects who depends on whom. */
  enum Order {
    /** As it should be. */
    KEPT,
    /** Time is short: every prestop is called now. */
    PRESTOPS_AT_ONCE,
    /** Time is over: every stop is called now as well. */
    STOPS_AT_ONCE
  }

  Descent(Duration limit) {
    this.limit = limit;
  }

  /** How long all of it may take. */
  Duration limit() {
    return limit;
  }

  void join(Arrival arrival, boolean prestops) {
    toGo.add(arrival);
    if (prestops) {
      toPrestop.add(arrival);
    }
  }

  /** Somebody who has to be down for this one is on the way down already. */
  void awaits(Descent other) {
    if (other != this) {
      others.add(other.all);
    }
  }

  void prestopped(Arrival arrival) {
    toPrestop.remove(arrival);
  }

  void leave(Arrival arrival) {
    toPrestop.remove(arrival);
    toGo.remove(arrival);
  }

  /** Whether stops may begin. */
  boolean isOpen() {
    return toPrestop.isEmpty();
  }

  Order order() {
    return order;
  }

  void order(Order next) {
    order = next;
  }

  /** Those that are not down yet. */
  List<Arrival> remaining() {
    return new ArrayList<>(toGo);
  }

  void complain(List<Problem> wrong) {
    problems.addAll(wrong);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  boolean isOver() {
    return own.isDone();
  }

  /** Tells who waits, when everybody is down. */
  void endIfDone() {
    if (toGo.isEmpty()) {
      own.complete(null);
    }
  }

  /** Has something done when everybody of its own is down. */
  void afterwards(Runnable action) {
    own.thenRun(action);
  }

  /** Everybody has joined. */
  void seal() {
    others.add(own);
    CompletableFuture.allOf(others.toArray(CompletableFuture[]::new))
        .thenRun(() -> all.complete(null));
  }

  /** Done when everybody is down, also those whom others take down. */
  Future<Void> done() {
    return all;
  }
}
