package hotshoe.process.run;

import hotshoe.problem.Problem;
import hotshoe.process.ProcessFacts;
import hotshoe.process.ProcessListener;
import hotshoe.process.ProcessOrder;
import hotshoe.process.Remaining;
import hotshoe.process.launch.Launch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A process from its start to the end of all that it began. */
final class Run {

  /** How long a stream may stay open after the process's end before somebody is looked for. */
  private static final Duration LINGER = Duration.ofMillis(200);

  private static final Duration FIRST_LOOK = Duration.ofMillis(20);
  private static final Duration LAST_LOOK = Duration.ofMillis(500);

  private final Equipment equipment;
  private final Launch launch;
  private final Family family;
  private final Process process;
  private final Streams streams;
  private final Duration queued;
  private final Instant started = Instant.now();
  private final long begin = System.nanoTime();
  private final AtomicBoolean isEnding = new AtomicBoolean();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final AtomicLong memory = new AtomicLong();
  private final List<Problem> notes;
  private volatile boolean over;
  private volatile long duration;

  /** Takes a process that has just started. */
  Run(
      Equipment equipment,
      Launch launch,
      Family family,
      Process process,
      ProcessListener listener,
      Duration queued) {
    this.equipment = equipment;
    this.launch = launch;
    this.family = family;
    this.process = process;
    this.queued = queued;
    this.notes = new ArrayList<>(launch.notes());
    this.streams =
        Streams.serve(
            family.order(), process, listener, equipment.journal().folder(), equipment.watch());
    family.begin(process.pid(), launch.isKept(), equipment.journal());
    equipment.watch().maybeIn(FIRST_LOOK, () -> look(FIRST_LOOK));
  }

  Family family() {
    return family;
  }

  long pid() {
    return process.pid();
  }

  private void look(Duration since) {
    if (!over) {
      memory.accumulateAndGet(family.memory(process.pid()), Math::max);
      Duration next = since.multipliedBy(3);
      Duration pause = next.compareTo(LAST_LOOK) < 0 ? next : LAST_LOOK;
      equipment.watch().maybeIn(pause, () -> look(pause));
    }
  }

  /** Does this when the time is over. */
  Future<?> atLimit(Duration limit, Runnable action) {
    return equipment.watch().in(limit, action);
  }

  /** Ends the process with all that it began, on another thread. */
  void end() {
    if (isEnding.compareAndSet(false, true)) {
      equipment.watch().execute(this::endFamily);
    }
  }

  private void endFamily() {
    try {
      family.end(grace());
    } finally {
      ended.complete(null);
    }
  }

  private Duration grace() {
    return order().limits().grace().orElse(equipment.grace());
  }

  private ProcessOrder order() {
    return family.order();
  }

  /**
   * Waits for the end of the process, of all that must end with it, and of its streams.
   *
   * @param interrupted called when the waiting thread is interrupted
   * @return its exit code
   */
  int await(Runnable interrupted) {
    Patience patience = new Patience(interrupted);
    int code = patience.until(process::waitFor);
    duration = System.nanoTime() - begin;
    over = true;
    boolean isMade = isEnding.get();
    if (isMade) {
      ended.join();
    }
    boolean isQuiet = patience.until(() -> streams.awaitEnd(LINGER));
    if (!isQuiet && (isMade || order().remaining() == Remaining.END)) {
      int count = family.endHolders(grace());
      if (count > 0 && !isMade) {
        notes.add(RunProblems.leftBehind(order(), count));
      }
      isQuiet = patience.until(() -> streams.awaitEnd(LINGER));
    }
    if (!isQuiet) {
      streams.abandon();
    }
    patience.restore();
    return code;
  }

  /** All that is known; to be asked after the end. */
  ProcessFacts facts() {
    notes.addAll(streams.notes());
    long most = Math.max(memory.get(), family.groupPeak());
    return new ProcessFacts(
        process.pid(),
        started,
        queued,
        Duration.ofNanos(duration),
        most > 0 ? OptionalLong.of(most) : OptionalLong.empty(),
        streams.output(),
        streams.errorOutput(),
        notes);
  }

  /** Whether something stood before the executable, whose failure to start looks like its own. */
  boolean isWrapped() {
    return launch.command().size() > order().command().size();
  }
}
