package hotshoe.core.slice;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Has phases carried out by the crew, each under its limit, and tells how they ended. */
final class PhaseRunner implements AutoCloseable {

  private final Crew crew = new Crew();
  private final Watchdog watchdog = new Watchdog();
  private final Set<PhaseRun> missing = ConcurrentHashMap.newKeySet();
  private final Duration usualLimit;
  private final Listener listener;

  /** Hears of the end of every phase, on whatever thread it ended. */
  interface Listener {

    /** It has ended. Called once for each run. */
    void ended(PhaseRun run, Outcome outcome);

    /** The thread of a run that had been given up has returned. */
    void cameBack(PhaseRun run, Outcome outcome);
  }

  PhaseRunner(Duration usualLimit, Listener listener) {
    this.usualLimit = usualLimit;
    this.listener = listener;
  }

  /** Has the phase carried out soon; the listener is told when it has ended. */
  PhaseRun begin(Arrival arrival, Life life, Phase phase, int urgency) {
    Duration limit = arrival.offer().limitOr(usualLimit);
    PhaseRun run = new PhaseRun(arrival, life, phase, limit, urgency, this);
    crew.submit(run);
    return run;
  }

  /** Has something of the host's own done soon, before any phase. */
  void soon(Runnable action) {
    crew.submit(new Own(action));
  }

  private record Own(Runnable action) implements Crew.Task {
    @Override
    public int urgency() {
      return Integer.MAX_VALUE;
    }

    @Override
    public boolean perform() {
      action.run();
      return true;
    }
  }

  Watchdog watchdog() {
    return watchdog;
  }

  void ended(PhaseRun run, Outcome outcome) {
    listener.ended(run, outcome);
  }

  /** A run is about to be given up; its thread is missed until it comes back. */
  void miss(PhaseRun run) {
    missing.add(run);
  }

  /** The runs that were given up and whose threads have not come back. */
  Set<PhaseRun> missing() {
    return Set.copyOf(missing);
  }

  void givenUp(PhaseRun run, Outcome outcome) {
    crew.doWithoutOne();
    listener.ended(run, outcome);
  }

  void cameBack(PhaseRun run, Outcome outcome) {
    missing.remove(run);
    listener.cameBack(run, outcome);
  }

  @Override
  public void close() {
    crew.close();
    watchdog.close();
  }
}
