package hotshoe.core.slice;

import hotshoe.problem.Problem;
import hotshoe.slice.SliceName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The way down: who may prestop and stop, and what is put away when it is down. */
final class Fall {

  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Floor floor;
  private final Rise rise;

  Fall(Floor floor) {
    this.floor = floor;
    this.rise = new Rise(floor, this);
  }

  Rise rise() {
    return rise;
  }

  /** Takes the slices down, after everybody who needs them. */
  Descent descend(Collection<Arrival> targets, Duration limit) {
    Descent descent = new Descent(limit);
    Map<Arrival, Cause> causes = closure(targets);
    List<PhaseRun> inHand = new ArrayList<>();
    causes.forEach((arrival, cause) -> takeFromAbove(arrival, cause, descent, inHand));
    causes.forEach((arrival, cause) -> take(arrival, cause, descent));
    descent.seal();
    inHand.forEach(run -> run.hurry(limit.compareTo(GRACE) < 0 ? limit : GRACE));
    descent.remaining().forEach(this::proceed);
    descent.endIfDone();
    return descent;
  }

  /** The targets and all that have to go down with them, each with the reason. */
  private Map<Arrival, Cause> closure(Collection<Arrival> targets) {
    Map<Arrival, Cause> causes = new LinkedHashMap<>();
    targets.forEach(target -> causes.put(target, Cause.LEFT));
    Deque<Arrival> open = new ArrayDeque<>(targets);
    while (!open.isEmpty()) {
      Arrival needed = open.remove();
      for (Arrival dependent : needed.links().neededBy()) {
        if (!causes.containsKey(dependent) && goesWith(dependent, needed)) {
          causes.put(dependent, causes.get(needed).forWhoNeeds(needed.name()));
          open.add(dependent);
        }
      }
    }
    return causes;
  }

  /** A dependent that started before the slice joined needs it only once it is up. */
  private static boolean goesWith(Arrival dependent, Arrival needed) {
    Step step = dependent.step();
    boolean wasUp = needed.step() == Step.ACTIVE || needed.step().isGoing();
    return wasUp
        ? step.isRising() || step.isGoing() || step == Step.ACTIVE
        : needed.step().isRising() && step.isRising() && step != Step.STARTING;
  }

  /** First those that run: once they are all told, none of them goes before its turn. */
  private static void takeFromAbove(
      Arrival arrival, Cause cause, Descent descent, List<PhaseRun> inHand) {
    switch (arrival.step()) {
      case PRESTARTING, STARTING -> {
        arrival.doom(cause);
        joinOrAwait(arrival, descent, arrival.step() == Step.STARTING);
        arrival.inHand().ifPresent(inHand::add);
      }
      case ACTIVE -> {
        arrival.doom(cause);
        arrival.step(Step.ENDING, cause);
        join(arrival, descent, true);
      }
      case ENDING, PRESTOPPING, PRESTOPPED, STOPPING ->
          arrival.descent().ifPresent(descent::awaits);
      default -> {
        // Not up, and its turn is next.
      }
    }
  }

  private void take(Arrival arrival, Cause cause, Descent descent) {
    switch (arrival.step()) {
      case CLAIMED, PRESTARTED -> {
        arrival.doom(cause);
        rise.lower(arrival);
        awaitDiscard(arrival, descent);
      }
      case WAITING, FAILED, BLOCKED, STOPPED -> takeFromBelow(arrival, descent);
      default -> {
        // It runs, and has been told already.
      }
    }
  }

  private void takeFromBelow(Arrival arrival, Descent descent) {
    if (arrival.fate() != Arrival.Fate.STAYS && arrival.step() != Step.FAILED) {
      arrival.step(Step.STOPPED, Cause.LEFT);
    }
    awaitDiscard(arrival, descent);
    if (arrival.inHand().isEmpty()) {
      bury(arrival);
    }
  }

  private static void awaitDiscard(Arrival arrival, Descent descent) {
    if (arrival.inHand().isPresent()) {
      joinOrAwait(arrival, descent, false);
    }
  }

  /** Nobody is part of two descents. */
  private static void joinOrAwait(Arrival arrival, Descent descent, boolean prestops) {
    arrival.descent().ifPresentOrElse(descent::awaits, () -> join(arrival, descent, prestops));
  }

  private static void join(Arrival arrival, Descent descent, boolean prestops) {
    arrival.descendWith(descent);
    descent.join(arrival, prestops);
  }

  /** Begins the next phase of a slice on the way down, if everybody after it is far enough. */
  void proceed(Arrival arrival) {
    if (arrival.step() == Step.ENDING && mayPrestop(arrival)) {
      arrival.step(Step.PRESTOPPING);
      floor.begin(arrival, Phase.PRESTOP);
    } else if (arrival.step() == Step.PRESTOPPED && mayStop(arrival)) {
      arrival.step(Step.STOPPING);
      floor.begin(arrival, Phase.STOP);
    }
  }

  private boolean mayPrestop(Arrival arrival) {
    return orderOf(arrival) != Descent.Order.KEPT
        || later(arrival).stream()
            .map(Arrival::step)
            .noneMatch(
                step -> step == Step.ENDING || step == Step.PRESTOPPING || step == Step.STARTING);
  }

  private boolean mayStop(Arrival arrival) {
    return arrival.descent().map(Descent::isOpen).orElse(true)
        && (orderOf(arrival) == Descent.Order.STOPS_AT_ONCE
            || later(arrival).stream()
                .noneMatch(
                    it -> it.step().isGoing() || it.step() == Step.STARTING || it.isPutAway()));
  }

  private static Descent.Order orderOf(Arrival arrival) {
    return arrival.descent().map(Descent::order).orElse(Descent.Order.KEPT);
  }

  /** Everybody who starts after the slice, and so stops before it. */
  private List<Arrival> later(Arrival arrival) {
    Plan.Links links = arrival.links();
    List<Arrival> later = new ArrayList<>(links.neededBy());
    links.gatesAfter().forEach(gate -> later.addAll(gate.after()));
    later.removeIf(it -> it.doom().isEmpty() && !it.isPutAway());
    return later;
  }

  private void proceedThoseBefore(Arrival arrival) {
    arrival.links().needs().forEach(this::proceed);
    arrival.links().gatesBefore().forEach(gate -> gate.before().forEach(this::proceed));
  }

  /** A prestop has ended. */
  void prestopped(Arrival arrival, Outcome outcome) {
    complain(arrival, Phase.PRESTOP, outcome);
    arrival.step(Step.PRESTOPPED);
    Descent descent = arrival.descent().orElseThrow();
    descent.prestopped(arrival);
    proceedThoseBefore(arrival);
    if (descent.isOpen()) {
      descent.remaining().forEach(this::proceed);
    }
  }

  /** A stop has ended. */
  void stopped(Arrival arrival, Outcome outcome) {
    complain(arrival, Phase.STOP, outcome);
    Life life = arrival.life().orElseThrow();
    if (!outcome.isDone()) {
      life.abandon();
      floor.putAwayUnattended(arrival, life);
    }
    land(arrival, outcome);
    floor.log(to -> to.debug("{} ({} ms)", arrival, outcome.took().toMillis()));
    down(arrival);
  }

  /** One that had to be given up at the very end is left as it is, for everybody to see. */
  private void land(Arrival arrival, Outcome outcome) {
    if (floor.isClosing() && outcome instanceof Outcome.Overran) {
      arrival.step(Step.STOPPING, Cause.of("was left behind"));
    } else {
      boolean stays = arrival.fate() == Arrival.Fate.STAYS;
      arrival.step(stays ? Step.BLOCKED : Step.STOPPED, arrival.doom().orElse(Cause.LEFT));
    }
  }

  /** Something that had not been started has been put away. */
  void discarded(Arrival arrival, Outcome outcome) {
    complain(arrival, Phase.DISCARD, outcome);
    down(arrival);
  }

  private void complain(Arrival arrival, Phase phase, Outcome outcome) {
    List<Problem> problems = outcome.problems(arrival, phase);
    if (!outcome.isDone()) {
      problems.forEach(problem -> floor.log(problem, outcome));
    }
    arrival.descent().ifPresent(descent -> descent.complain(problems));
  }

  /** Puts away a slice that was not started. */
  void putAway(Arrival arrival) {
    Optional<Life> life = arrival.life();
    if (life.map(Life::hasBegun).orElse(false)) {
      floor.begin(arrival, Phase.DISCARD);
    } else {
      life.ifPresent(Life::abandon);
      down(arrival);
    }
  }

  private void down(Arrival arrival) {
    Optional<Descent> descent = arrival.descent();
    arrival.endLife();
    descent.ifPresent(it -> it.leave(arrival));
    proceedThoseBefore(arrival);
    bury(arrival);
    descent.ifPresent(
        it -> {
          if (it.isOpen()) {
            it.remaining().forEach(this::proceed);
          }
          it.endIfDone();
        });
    if (arrival.fate() == Arrival.Fate.STAYS || !arrival.links().neededBy().isEmpty()) {
      floor.reconsider();
    }
  }

  /** Strikes a slice that has left off the roster; who was built on it remembers. */
  private void bury(Arrival arrival) {
    if (arrival.fate() != Arrival.Fate.LEAVES) {
      return;
    }
    SliceName name = arrival.name();
    if (floor.roster().remove(arrival)) {
      List<Arrival> dependents = arrival.links().neededBy();
      dependents.stream()
          .filter(it -> it.offer().description().dependsOn().contains(name))
          .forEach(it -> it.lost().add(name));
      if (!dependents.isEmpty() || floor.roster().holder(name).isPresent()) {
        floor.reconsider();
      }
    }
  }

  /** Time is short: whoever has not been called yet is called now. */
  void hasten(Descent descent, Descent.Order order) {
    descent.order(order);
    descent.remaining().forEach(this::proceed);
  }

  /** Time is over: whoever is still in one of these phases is given up. */
  static void giveUp(Descent descent, Set<Phase> phases) {
    descent.remaining().stream()
        .flatMap(it -> it.inHand().stream())
        .filter(run -> phases.contains(run.phase()))
        .forEach(PhaseRun::expire);
  }
}
