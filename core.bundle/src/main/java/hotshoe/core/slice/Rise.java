package hotshoe.core.slice;

import hotshoe.problem.Problem;
import hotshoe.slice.SliceName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way up: who may prestart and start, and what a failure means for the others. */
final class Rise {

  private final Floor floor;
  private final Fall fall;

  Rise(Floor floor, Fall fall) {
    this.floor = floor;
    this.fall = fall;
  }

  /** Takes up, as one generation, everybody who is down and can come up. */
  Generation begin() {
    Plan plan = floor.replan();
    judgeCycles(plan);
    Generation generation = new Generation();
    for (Arrival arrival : plan.inOrder()) {
      if (arrival.canRise()) {
        admit(arrival, generation, plan);
      } else if (arrival.step().isRising()) {
        reconsider(arrival);
      }
    }
    plan.everybody().forEach(this::advance);
    plan.everybody().forEach(fall::proceed);
    generation.settleWhenDone();
    return generation;
  }

  /** Somebody new may be in the way of one that is on its way up already. */
  private void reconsider(Arrival arrival) {
    if (arrival.doom().isEmpty()) {
      obstacle(arrival).ifPresent(cause -> callBack(arrival, cause));
    }
  }

  /** Takes back a slice that is on its way up; one that is in its start goes on. */
  private void callBack(Arrival arrival, Cause cause) {
    if (arrival.step() == Step.PRESTARTING) {
      arrival.doomUnlessDoomed(cause);
    } else if (arrival.step() == Step.CLAIMED || arrival.step() == Step.PRESTARTED) {
      arrival.doom(cause);
      lower(arrival);
    }
  }

  private void judgeCycles(Plan plan) {
    Map<SliceName, List<SliceName>> cycles = new HashMap<>();
    for (List<SliceName> cycle : plan.graph().cycles()) {
      cycle.forEach(name -> cycles.putIfAbsent(name, cycle));
    }
    cycles.forEach((name, cycle) -> plan.find(name).ifPresent(arrival -> tie(arrival, cycle)));
    for (Arrival arrival : plan.inOrder()) {
      if (arrival.isInCycle()) {
        arrival.inCycle(false);
        arrival.comeForward();
      }
    }
  }

  private void tie(Arrival arrival, List<SliceName> cycle) {
    Cause cause = Cause.of("waits for itself: " + SliceProblems.around(cycle));
    callBack(arrival, cause);
    if (arrival.canRise()) {
      Problem problem = SliceProblems.cycle(arrival.name(), arrival.offer().owner(), cycle);
      arrival.inCycle(true);
      arrival.fail(cause, List.of(problem));
      floor.log(problem);
    }
  }

  private void admit(Arrival arrival, Generation generation, Plan plan) {
    arrival.lost().removeIf(name -> plan.find(name).isPresent());
    Optional<Cause> obstacle = obstacle(arrival);
    if (obstacle.isPresent()) {
      arrival.step(Step.BLOCKED, obstacle.get());
      return;
    }
    arrival.claim(generation, floor.freshLife(arrival));
    generation.join(arrival);
    plan.missing(arrival)
        .forEach(name -> floor.log(to -> to.debug("{} starts without {}", arrival, name)));
    for (Arrival dependent : arrival.links().neededBy()) {
      if (dependent.step() == Step.ACTIVE || dependent.step() == Step.STARTING) {
        floor.log(SliceProblems.joined(arrival.name(), dependent.name()));
      }
    }
  }

  /** Why it cannot come up now. */
  private Optional<Cause> obstacle(Arrival arrival) {
    for (Arrival needed : arrival.links().needs()) {
      if (!needed.step().isRising() && needed.step() != Step.ACTIVE) {
        Cause why = needed.doom().orElse(needed.standing().cause());
        return Optional.of(why.forWhoNeeds(needed.name()));
      }
    }
    return arrival.lost().stream().findFirst().map(Cause.LEFT::forWhoNeeds);
  }

  /** Begins the next phase of the slice, if everything before it has come far enough. */
  private void advance(Arrival arrival) {
    if (arrival.step() == Step.CLAIMED && mayPrestart(arrival)) {
      arrival.step(Step.PRESTARTING);
      floor.begin(arrival, Phase.PRESTART);
    } else if (arrival.step() == Step.PRESTARTED && mayStart(arrival)) {
      arrival.step(Step.STARTING);
      floor.begin(arrival, Phase.START);
    }
  }

  private boolean mayPrestart(Arrival arrival) {
    for (Arrival needed : arrival.links().needs()) {
      if (!needed.step().isPrestarted()) {
        return false;
      }
    }
    for (Plan.Gate gate : arrival.links().gatesBefore()) {
      for (Arrival before : gate.before()) {
        if (before.step() == Step.CLAIMED || before.step() == Step.PRESTARTING) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean mayStart(Arrival arrival) {
    if (!arrival.generation().orElseThrow().isOpen()) {
      return false;
    }
    for (Arrival needed : arrival.links().needs()) {
      if (needed.step() != Step.ACTIVE) {
        return false;
      }
    }
    for (Plan.Gate gate : arrival.links().gatesBefore()) {
      for (Arrival before : gate.before()) {
        if (before.step().isRising()) {
          return false;
        }
      }
    }
    return true;
  }

  private void advanceThoseAfter(Arrival arrival) {
    arrival.links().neededBy().forEach(this::advance);
    advanceThroughGates(arrival);
  }

  private void advanceThroughGates(Arrival arrival) {
    for (Plan.Gate gate : arrival.links().gatesAfter()) {
      gate.after().forEach(this::advance);
    }
  }

  /** A prestart has ended. */
  void prestarted(Arrival arrival, Outcome outcome) {
    if (arrival.doom().isPresent()) {
      lower(arrival);
    } else if (outcome.isDone()) {
      arrival.prestarted(outcome.took());
      Generation generation = arrival.generation().orElseThrow();
      generation.prestarted(arrival);
      openIfDue(generation);
      advanceThoseAfter(arrival);
    } else {
      fail(arrival, Phase.PRESTART, outcome);
    }
  }

  /** A start has ended. */
  void started(Arrival arrival, Outcome outcome) {
    if (arrival.doom().isPresent() && outcome.isDone()) {
      arrival.step(Step.ENDING, arrival.doom().get());
      withdraw(arrival);
      fall.proceed(arrival);
    } else if (arrival.doom().isPresent()) {
      lower(arrival);
    } else if (outcome.isDone()) {
      arrival.started(outcome.took());
      floor.log(to -> to.debug("{} ({} ms)", arrival, outcome.took().toMillis()));
      withdraw(arrival);
      advanceThoseAfter(arrival);
    } else {
      fail(arrival, Phase.START, outcome);
    }
  }

  private void fail(Arrival arrival, Phase phase, Outcome outcome) {
    List<Problem> problems = outcome.problems(arrival, phase);
    problems.forEach(problem -> floor.log(problem, outcome));
    arrival.fail(SliceProblems.causeOf(arrival.name(), problems.get(0)), problems);
    withdraw(arrival);
    block(arrival);
    fall.putAway(arrival);
  }

  /** Takes a slice that is not up out of its generation; it is doomed. */
  void lower(Arrival arrival) {
    Cause cause = arrival.doom().orElseThrow();
    boolean stays = arrival.fate() == Arrival.Fate.STAYS;
    arrival.step(stays ? Step.BLOCKED : Step.STOPPED, cause);
    withdraw(arrival);
    block(arrival);
    fall.putAway(arrival);
  }

  /** It is no longer on the way up; others may have waited for that. */
  private void withdraw(Arrival arrival) {
    arrival
        .generation()
        .ifPresent(
            generation -> {
              generation.leave(arrival);
              arrival.leaveGeneration();
              openIfDue(generation);
              generation.settleWhenDone();
            });
    advanceThroughGates(arrival);
  }

  private void openIfDue(Generation generation) {
    if (generation.opens()) {
      generation.rising().forEach(this::advance);
    }
  }

  /** Blocks whoever needs the slice and is not up yet, and who needs them, and so on. */
  private void block(Arrival root) {
    Deque<Arrival> down = new ArrayDeque<>(List.of(root));
    while (!down.isEmpty()) {
      Arrival needed = down.remove();
      Cause cause = needed.standing().cause().forWhoNeeds(needed.name());
      for (Arrival dependent : needed.links().neededBy()) {
        if (dependent.step() == Step.PRESTARTING) {
          dependent.doomUnlessDoomed(cause);
        } else if (dependent.step() == Step.CLAIMED || dependent.step() == Step.PRESTARTED) {
          dependent.step(Step.BLOCKED, cause);
          withdraw(dependent);
          fall.putAway(dependent);
          down.add(dependent);
        }
      }
    }
  }
}
