package hotshoe.core.slice;

import hotshoe.problem.Problem;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A slice that has arrived, until its service has gone. It may have several lives, one after
 * another. Changed only under the engine's lock; what others may read is volatile.
 */
final class Arrival {

  private final Offer offer;
  private volatile Standing standing = Standing.NEW;
  private volatile Optional<Life> life = Optional.empty();

  private Optional<PhaseRun> inHand = Optional.empty();
  private Optional<Generation> generation = Optional.empty();
  private Optional<Descent> descent = Optional.empty();
  private Optional<Cause> doom = Optional.empty();
  private final SortedSet<SliceName> lost = new TreeSet<>();
  private Fate fate = Fate.STAYS;
  private Plan.Links links = Plan.Links.NONE;
  private boolean inCycle;

  /** What is to become of it. */
  enum Fate {
    /** It is up whenever it can be. */
    STAYS,
    /** It is to stay down until it leaves. */
    RETIRED,
    /** Its service has gone or is going. */
    LEAVES
  }

  Arrival(Offer offer) {
    this.offer = offer;
  }

  Offer offer() {
    return offer;
  }

  SliceName name() {
    return offer.name();
  }

  Step step() {
    return standing.step();
  }

  Standing standing() {
    return standing;
  }

  /** Its present life; empty while it is down. */
  Optional<Life> life() {
    return life;
  }

  SliceReport report(SortedSet<SliceName> missing) {
    Standing now = standing;
    return new SliceReport(
        offer.description(),
        offer.extension(),
        now.step().state(),
        now.cause().sentence(),
        now.problems(),
        missing,
        now.prestartTook(),
        now.startTook());
  }

  // From here on only under the engine's lock.

  void step(Step next) {
    standing = standing.at(next);
  }

  void step(Step next, Cause cause) {
    standing = standing.at(next, cause);
  }

  void waits(Cause cause) {
    standing = Standing.NEW.at(Step.WAITING, cause);
  }

  /** What kept it down has gone: it may come up, unless it is to stay down. */
  void comeForward() {
    boolean stays = fate == Fate.STAYS;
    standing =
        Standing.NEW.at(stays ? Step.WAITING : Step.STOPPED, stays ? Cause.NONE : Cause.LEFT);
  }

  void fail(Cause cause, List<Problem> problems) {
    standing = standing.at(Step.FAILED, cause, problems);
  }

  void prestarted(Duration took) {
    standing = standing.prestarted(took);
  }

  void started(Duration took) {
    standing = standing.started(took);
  }

  void claim(Generation by, Life fresh) {
    standing = Standing.NEW.at(Step.CLAIMED, Cause.NONE);
    generation = Optional.of(by);
    life = Optional.of(fresh);
    doom = Optional.empty();
  }

  void endLife() {
    life = Optional.empty();
    doom = Optional.empty();
    descent = Optional.empty();
  }

  Optional<PhaseRun> inHand() {
    return inHand;
  }

  /** Down, but still being put away. */
  boolean isPutAway() {
    return inHand.map(run -> run.phase() == Phase.DISCARD).orElse(false);
  }

  void inHand(Optional<PhaseRun> run) {
    inHand = run;
  }

  Optional<Generation> generation() {
    return generation;
  }

  void leaveGeneration() {
    generation = Optional.empty();
  }

  Optional<Descent> descent() {
    return descent;
  }

  void descendWith(Descent by) {
    descent = Optional.of(by);
  }

  /** Why it cannot go on, once the phase in hand has ended. */
  Optional<Cause> doom() {
    return doom;
  }

  void doom(Cause cause) {
    doom = Optional.of(cause);
  }

  void doomUnlessDoomed(Cause cause) {
    doom = doom.or(() -> Optional.of(cause));
  }

  /** Dependencies that were there and have left. */
  SortedSet<SliceName> lost() {
    return lost;
  }

  Fate fate() {
    return fate;
  }

  void fate(Fate next) {
    if (next.compareTo(fate) > 0) {
      fate = next;
    }
  }

  /** What it is tied to by the plan in force. */
  Plan.Links links() {
    return links;
  }

  void links(Plan.Links now) {
    links = now;
  }

  boolean isInCycle() {
    return inCycle;
  }

  void inCycle(boolean whether) {
    inCycle = whether;
  }

  /** Down, willing, and with nothing left to put away. */
  boolean canRise() {
    return fate == Fate.STAYS
        && inHand.isEmpty()
        && (step() == Step.WAITING || step() == Step.BLOCKED);
  }

  @Override
  public String toString() {
    return name() + " " + step() + " " + standing.cause();
  }
}
