package hotshoe.core.slice;

import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the parts of the engine share. Used only under the engine's lock; what it has to say to the
 * log is kept until the lock is free.
 */
final class Floor {

  private static final Logger LOG = LoggerFactory.getLogger("hotshoe.slice");

  private final Roster roster;
  private final PhaseRunner runner;
  private final Equipment equipment;
  private final Runnable reconsider;
  private final List<Consumer<Logger>> lines = new ArrayList<>();
  private Plan plan = Plan.EMPTY;
  private boolean closing;

  /**
   * @param reconsider asks for another look at who can come up, soon
   */
  Floor(Roster roster, PhaseRunner runner, Equipment equipment, Runnable reconsider) {
    this.roster = roster;
    this.runner = runner;
    this.equipment = equipment;
    this.reconsider = reconsider;
  }

  Roster roster() {
    return roster;
  }

  /** Takes up the plan of everybody who is there now. */
  Plan replan() {
    Plan fresh = roster.plan();
    if (fresh != plan) {
      plan = fresh;
      plan.everybody().forEach(arrival -> arrival.links(fresh.links(arrival)));
    }
    return plan;
  }

  /** Whether the host is stopping. */
  boolean isClosing() {
    return closing;
  }

  void close() {
    closing = true;
  }

  Life freshLife(Arrival arrival) {
    return new Life(arrival.offer(), equipment);
  }

  /** Has a phase of its present life carried out. */
  void begin(Arrival arrival, Phase phase) {
    Life life = arrival.life().orElseThrow();
    arrival.inHand(java.util.Optional.of(begin(arrival, life, phase)));
  }

  /** Puts a life away that nobody waits for. */
  void putAwayUnattended(Arrival arrival, Life life) {
    begin(arrival, life, Phase.DISCARD);
  }

  private PhaseRun begin(Arrival arrival, Life life, Phase phase) {
    return runner.begin(arrival, life, phase, arrival.links().height());
  }

  void reconsider() {
    reconsider.run();
  }

  void log(Consumer<Logger> line) {
    lines.add(line);
  }

  void log(Problem problem) {
    String sentence = problem.sentence();
    if (problem.severity() == Severity.NOTE) {
      log(to -> to.info("{}", sentence));
    } else if (problem.severity() == Severity.WARNING) {
      log(to -> to.warn("{}", sentence));
    } else {
      log(to -> to.error("{}", sentence));
    }
  }

  /** Logs an error with the stack of what was thrown, if anything was. */
  void log(Problem problem, Outcome outcome) {
    if (outcome instanceof Outcome.Threw threw) {
      log(to -> to.error("{}", problem.sentence(), threw.thrown()));
    } else {
      log(problem);
    }
  }

  /** Hands over what there is to say, to be said without the lock. */
  List<Consumer<Logger>> takeLines() {
    List<Consumer<Logger>> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  static void say(List<Consumer<Logger>> lines) {
    lines.forEach(line -> line.accept(LOG));
  }
}
