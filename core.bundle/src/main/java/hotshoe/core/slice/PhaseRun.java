package hotshoe.core.slice;

import java.time.Duration;
import java.util.List;

/**
 * One phase of one life, carried out by a thread of the crew and watched. It ends exactly once:
 * when it returns or throws, when its time is over, or when it is called off before it began.
 */
final class PhaseRun implements Crew.Task, Watchdog.Watched {

  private final Arrival arrival;
  private final Life life;
  private final Phase phase;
  private final Duration limit;
  private final int urgency;
  private final PhaseRunner runner;

  private State state = State.QUEUED;
  private Thread thread;
  private long begun;
  private long deadline;

  private enum State {
    QUEUED,
    RUNNING,
    OVER
  }

  PhaseRun(
      Arrival arrival, Life life, Phase phase, Duration limit, int urgency, PhaseRunner runner) {
    this.arrival = arrival;
    this.life = life;
    this.phase = phase;
    this.limit = limit;
    this.urgency = urgency;
    this.runner = runner;
  }

  Arrival arrival() {
    return arrival;
  }

  Life life() {
    return life;
  }

  Phase phase() {
    return phase;
  }

  @Override
  public int urgency() {
    return urgency;
  }

  @Override
  public synchronized long deadline() {
    return deadline;
  }

  @Override
  public boolean perform() {
    if (!begin()) {
      return true;
    }
    Thread self = Thread.currentThread();
    ClassLoader loader = self.getContextClassLoader();
    self.setName(arrival.name() + " " + phase.word());
    runner.watchdog().watch(this);
    Outcome outcome = outcome();
    boolean inTime = end();
    runner.watchdog().release(this);
    Thread.interrupted();
    self.setContextClassLoader(loader);
    if (inTime) {
      runner.ended(this, outcome);
    } else {
      runner.cameBack(this, outcome);
    }
    return inTime;
  }

  private synchronized boolean begin() {
    if (state != State.QUEUED) {
      return false;
    }
    state = State.RUNNING;
    thread = Thread.currentThread();
    begun = System.nanoTime();
    deadline = begun + limit.toNanos();
    return true;
  }

  private Outcome outcome() {
    try {
      List<hotshoe.problem.Problem> problems = phase.perform(life, limit);
      return new Outcome.Done(took(), problems);
    } catch (Throwable e) {
      return new Outcome.Threw(took(), e);
    }
  }

  private synchronized Duration took() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private synchronized boolean end() {
    boolean inTime = state == State.RUNNING;
    state = State.OVER;
    return inTime;
  }

  /** Interrupts the thread and does without it from now on. */
  @Override
  public void expire() {
    Outcome outcome;
    synchronized (this) {
      if (state != State.RUNNING) {
        return;
      }
      state = State.OVER;
      runner.miss(this);
      outcome = new Outcome.Overran(took(), whereabouts());
      if (phase == Phase.PRESTART || phase == Phase.START) {
        life.abandon();
      }
      thread.interrupt();
    }
    runner.givenUp(this, outcome);
  }

  /** Where the slice's code is, for its author. */
  private String whereabouts() {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (!frame.getClassName().startsWith("java.") && !frame.getClassName().startsWith("jdk.")) {
        return "thread '%s' is at %s.%s (%s:%d)"
            .formatted(
                thread.getName(),
                frame.getClassName(),
                frame.getMethodName(),
                frame.getFileName(),
                frame.getLineNumber());
      }
    }
    return "thread '" + thread.getName() + "' does not say where it is";
  }

  /** Calls it off if it has not begun; else gives it only so much time from now on. */
  void hurry(Duration grace) {
    synchronized (this) {
      if (state == State.RUNNING) {
        deadline = Math.min(deadline - begun, System.nanoTime() - begun + grace.toNanos()) + begun;
      }
    }
    if (callOff()) {
      runner.ended(this, new Outcome.NotBegun());
    } else {
      runner.watchdog().watch(this);
    }
  }

  private synchronized boolean callOff() {
    boolean queued = state == State.QUEUED;
    if (queued) {
      state = State.OVER;
    }
    return queued;
  }
}
