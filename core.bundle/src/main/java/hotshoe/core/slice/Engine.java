package hotshoe.core.slice;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceGraph;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.Slices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * Brings slices up and takes them down. One lock orders everything that happens; no code of a slice
 * and no line of the log is run under it, so that it is never held for long. What readers see is
 * read without it.
 */
final class Engine implements Slices, LiveSlices, AutoCloseable {

  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
  private final Roster roster = new Roster();
  private final PhaseRunner runner;
  private final Floor floor;
  private final Fall fall;
  private final Duration departureLimit;
  private int holds;
  private boolean reconsidering;

  private record Ended(PhaseRun run, Outcome outcome) {}

  /**
   * How long things may take.
   *
   * @param phase one phase of a slice that does not say so itself
   * @param departure the departure of slices with all that depend on them
   */
  record Limits(Duration phase, Duration departure) {}

  Engine(
      Limits limits,
      Equipment.FeatureRegister features,
      ScheduledExecutorService timer,
      Executor workers) {
    departureLimit = limits.departure();
    runner = new PhaseRunner(limits.phase(), new Endings());
    Equipment equipment = new Equipment(timer, workers, features, this::look);
    floor = new Floor(roster, runner, equipment, this::reconsiderSoon);
    fall = new Fall(floor);
  }

  private <T> T exclusively(Supplier<T> action) {
    List<Consumer<Logger>> lines = List.of();
    lock.lock();
    try {
      return action.get();
    } finally {
      lines = leave();
      Floor.say(lines);
      settleUp();
    }
  }

  /** Lets go of the lock and says what there is to say; nothing while an outer call has it. */
  private List<Consumer<Logger>> leave() {
    try {
      return lock.getHoldCount() == 1 ? floor.takeLines() : List.of();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Concludes the phases that have ended. Whoever has the lock does it for everybody: a thread of
   * the crew that comes meanwhile does not wait but goes on with other work.
   */
  private void settleUp() {
    while (!ended.isEmpty() && !lock.isHeldByCurrentThread() && lock.tryLock()) {
      List<Consumer<Logger>> lines = List.of();
      try {
        for (Ended next = ended.poll(); next != null; next = ended.poll()) {
          concludeSafely(next);
        }
      } finally {
        lines = leave();
        Floor.say(lines);
      }
    }
  }

  /** An error of the engine's own must not keep the others from going on. */
  private void concludeSafely(Ended next) {
    try {
      conclude(next.run(), next.outcome());
    } catch (RuntimeException e) {
      floor.log(
          to -> to.error("cannot conclude {} of {}", next.run().phase(), next.run().arrival(), e));
    }
  }

  private void conclude(PhaseRun run, Outcome outcome) {
    Arrival arrival = run.arrival();
    if (arrival.inHand().filter(run::equals).isEmpty()) {
      return;
    }
    arrival.inHand(Optional.empty());
    switch (run.phase()) {
      case PRESTART -> fall.rise().prestarted(arrival, outcome);
      case START -> fall.rise().started(arrival, outcome);
      case PRESTOP -> fall.prestopped(arrival, outcome);
      case STOP -> fall.stopped(arrival, outcome);
      case DISCARD -> fall.discarded(arrival, outcome);
    }
  }

  private void exclusively(Runnable action) {
    exclusively(
        () -> {
          action.run();
          return true;
        });
  }

  /** A slice has arrived; it comes up as soon as it can. */
  Arrival arrive(Offer offer) {
    Arrival arrival = new Arrival(offer);
    offer.faults().forEach(fault -> floorLog(fault));
    return exclusively(
        () -> {
          roster.add(arrival);
          if (arrival.step() == Step.FAILED && offer.faults().isEmpty()) {
            arrival.standing().problems().forEach(floor::log);
          }
          if (floor.isClosing()) {
            arrival.fate(Arrival.Fate.RETIRED);
            arrival.step(Step.STOPPED, Cause.of("came when the host was stopping"));
          }
          reconsiderSoon();
          return arrival;
        });
  }

  private void floorLog(Problem problem) {
    exclusively(() -> floor.log(problem));
  }

  /** A slice's service has gone or is going: takes it down, after those that depend on it. */
  Descent leave(Arrival arrival) {
    return exclusively(() -> descend(List.of(arrival), Arrival.Fate.LEAVES, departureLimit));
  }

  /** Waits until the descent is over, or for as long as it may take; never for itself. */
  void await(Descent descent) {
    if (!isPartOf(descent)) {
      await(descent.done(), descent.limit());
    }
  }

  private boolean isPartOf(Descent descent) {
    return Crew.current() instanceof PhaseRun run
        && exclusively(() -> descent.remaining().contains(run.arrival()));
  }

  private static void await(Future<?> future, Duration limit) {
    try {
      future.get(limit.toNanos(), java.util.concurrent.TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.TimeoutException e) {
      org.slf4j.LoggerFactory.getLogger(Engine.class).debug("no longer waiting", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("cannot happen: nothing fails this future", e);
    }
  }

  private Descent descend(Collection<Arrival> targets, Arrival.Fate fate, Duration limit) {
    targets.forEach(target -> target.fate(fate));
    Descent descent = fall.descend(targets, limit);
    new Countdown(descent, fall, runner.watchdog(), this::exclusively).begin();
    return descent;
  }

  private void reconsiderSoon() {
    if (!reconsidering && holds == 0 && !floor.isClosing()) {
      reconsidering = true;
      runner.soon(() -> exclusively(this::reconsider));
    }
  }

  private void reconsider() {
    reconsidering = false;
    if (holds == 0 && !floor.isClosing()) {
      fall.rise().begin();
    }
  }

  @Override
  public Hold hold() {
    exclusively(() -> holds++);
    return new Held();
  }

  /** One hold, which may be closed once. */
  private final class Held implements Hold {

    private final java.util.concurrent.atomic.AtomicBoolean open =
        new java.util.concurrent.atomic.AtomicBoolean(true);

    @Override
    public void close() {
      if (open.compareAndSet(true, false)) {
        letGo().ifPresent(Held::await);
      }
    }

    @Override
    public CompletionStage<Void> release() {
      Optional<Generation> generation =
          open.compareAndSet(true, false) ? letGo() : Optional.empty();
      return generation
          .map(Generation::settled)
          // On another thread: what follows must not run under the lock.
          .<CompletionStage<Void>>map(settled -> settled.thenRunAsync(() -> {}))
          .orElseGet(() -> CompletableFuture.completedStage(null));
    }

    private Optional<Generation> letGo() {
      return exclusively(
          () -> {
            holds--;
            return holds > 0 || floor.isClosing()
                ? Optional.empty()
                : Optional.of(fall.rise().begin());
          });
    }

    /** A slice that installs others does not wait for them: they may need it. */
    private static void await(Generation generation) {
      if (!(Crew.current() instanceof PhaseRun)) {
        Engine.await(generation.settled(), Duration.ofDays(1));
      }
    }
  }

  @Override
  public List<SliceReport> list() {
    return roster.everybody().stream().map(this::report).toList();
  }

  private SliceReport report(Arrival arrival) {
    return arrival.report(roster.plan().missing(arrival));
  }

  @Override
  public Optional<SliceReport> find(SliceName name) {
    return roster.find(name).map(this::report);
  }

  @Override
  public SliceGraph graph() {
    return roster.plan().graph();
  }

  @Override
  public Map<SliceName, Slice> active() {
    Map<SliceName, Slice> active = new HashMap<>();
    for (Arrival arrival : roster.everybody()) {
      Optional<Life> life = arrival.life();
      if (arrival.step() == Step.ACTIVE) {
        life.flatMap(Life::existing).ifPresent(slice -> active.put(arrival.name(), slice));
      }
    }
    return active;
  }

  @Override
  public List<Problem> retire(ExtensionName extension) {
    return end(
        () ->
            descend(
                roster.everybody().stream()
                    .filter(it -> it.offer().extension().equals(extension))
                    .toList(),
                Arrival.Fate.RETIRED,
                departureLimit));
  }

  @Override
  public List<Problem> stop(Duration limit) {
    Set<PhaseRun> missed = runner.missing();
    List<Problem> problems =
        new ArrayList<>(
            end(
                () -> {
                  floor.close();
                  return descend(roster.everybody(), Arrival.Fate.RETIRED, limit);
                }));
    new Stragglers(runner, missed).leftOnTheWayUp().forEach(it -> note(it, problems));
    return problems;
  }

  private void note(Problem problem, List<Problem> problems) {
    problems.add(problem);
    floorLog(problem);
  }

  private List<Problem> end(Supplier<Descent> action) {
    Descent descent = exclusively(action);
    await(descent);
    return exclusively(
        () -> {
          List<Problem> problems = new ArrayList<>(descent.problems());
          for (Arrival left : descent.remaining()) {
            note(
                SliceProblems.leftBehind(left.name(), left.offer().owner(), left.step()), problems);
          }
          return problems;
        });
  }

  private <T> T look(SliceName asking, SliceName wanted, Class<T> type) {
    Arrival arrival =
        roster
            .holder(wanted)
            .orElseThrow(
                () -> new ProblemException(SliceProblems.unknown(asking, wanted, roster.names())));
    Slice slice = instance(asking, arrival);
    if (!type.isInstance(slice)) {
      throw new ProblemException(SliceProblems.otherType(asking, wanted, type, slice.getClass()));
    }
    return type.cast(slice);
  }

  private static Slice instance(SliceName asking, Arrival arrival) {
    Optional<Life> life = arrival.life();
    if (life.isEmpty()) {
      throw new ProblemException(
          SliceProblems.notThere(asking, arrival.name(), "it " + arrival.standing().cause()));
    }
    try {
      return life.get().instance();
    } catch (CreationFailed e) {
      throw new ProblemException(
          SliceProblems.notThere(asking, arrival.name(), Thrown.inWords(e.getCause())), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(
          SliceProblems.notThere(asking, arrival.name(), "interrupted while it was created"), e);
    }
  }

  /** Hears how phases end. */
  private final class Endings implements PhaseRunner.Listener {

    @Override
    public void ended(PhaseRun run, Outcome outcome) {
      ended.add(new Ended(run, outcome));
      settleUp();
    }

    @Override
    public void cameBack(PhaseRun run, Outcome outcome) {
      floorLog(SliceProblems.cameBack(run.arrival().name(), run.phase(), outcome.took()));
      if (run.phase() == Phase.START && outcome.isDone()) {
        run.life().prestop(departureLimit);
        run.life().stop(departureLimit);
      }
    }
  }

  @Override
  public String toString() {
    return roster.everybody().toString();
  }

  /** Ends what the engine itself has begun. Slices must have been stopped before. */
  @Override
  public void close() {
    runner.close();
  }
}
