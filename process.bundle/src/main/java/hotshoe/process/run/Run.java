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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A process from its start to the end of all that it began. */
final class Run implements Clock.Watched {

  /** How long a stream may stay open after the process's end before somebody is looked for. */
  private static final Duration LINGER = Duration.ofMillis(200);

  private static final long FIRST_LOOK = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

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
  private final Duration limit;
  private final Runnable late;
  private long nextLook = FIRST_LOOK;
  private boolean isLate;
  private volatile long duration;

  /**
   * Takes a process that has just started.
   *
   * @param late called once when it has run longer than it may
   */
  Run(
      Equipment equipment,
      Launch launch,
      Family family,
      Process process,
      ProcessListener listener,
      Duration queued,
      Runnable late) {
    this.equipment = equipment;
    this.launch = launch;
    this.family = family;
    this.process = process;
    this.queued = queued;
    this.late = late;
    this.limit = family.order().limits().time().orElse(equipment.limit());
    this.notes = new ArrayList<>(launch.notes());
    this.streams =
        Streams.serve(
            family.order(), process, listener, equipment.journal().folder(), equipment.hands());
    family.begin(process.pid(), launch.isKept(), equipment.journal());
    equipment.clock().watch(this);
  }

  Family family() {
    return family;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void look(long now) {
    if (now - begin > limit.toNanos() && !isLate) {
      isLate = true;
      late.run();
    }
    if (now - begin > nextLook) {
      memory.accumulateAndGet(family.memory(process.pid()), Math::max);
      nextLook = now - begin + Math.min(2 * nextLook, LONGEST_PAUSE);
    }
  }

  /** Ends the process with all that it began, on another thread. */
  void end() {
    if (isEnding.compareAndSet(false, true)) {
      equipment.hands().execute(this::endFamily);
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
    equipment.clock().release(this);
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
