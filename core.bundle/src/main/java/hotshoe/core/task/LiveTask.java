package hotshoe.core.task;

import hotshoe.core.storage.RecordLine;
import hotshoe.core.task.TaskOrder.Ended;
import hotshoe.core.task.TaskOrder.Ran;
import hotshoe.core.task.TaskOrder.Shown;
import hotshoe.problem.Problem;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskReport;
import hotshoe.task.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A task from its beginning to its end. One lock guards the way through its states and who runs it:
 * a thread is only interrupted under that lock and while it is inside the work, so an interrupt
 * never hits what the thread does afterwards.
 */
final class LiveTask implements TaskHandle {

  private static final long FOR_EVER = Long.MAX_VALUE / 4;

  /** What befalls a task, for whoever keeps all of them. */
  interface Keeper {
    /** It has ended; told once, outside of every lock. */
    void ended(LiveTask task, TaskOrder order);

    /** Something that people may want to see changed. */
    void changed(LiveTask task);

    /** Runs foreign code on a thread that nobody waits for. */
    void aside(Runnable action);

    /** The thread is about to wait for this task; its own places may be used meanwhile. */
    Runnable lendPlaces();
  }

  final String id;
  final long created;
  private final Object lock = new Object();
  private final Keeper keeper;
  private final String parent;
  private final boolean detached;
  private final Lane lane;
  private final TaskFacts facts;
  private final TaskVoice voice = new TaskVoice(this);
  private TaskOrder order;
  private Thread runner;
  private boolean interrupted;
  private boolean granted;
  private List<Runnable> actions = List.of();
  private Set<LiveTask> children = Set.of();
  private boolean noted;
  private boolean warned;
  private boolean waited;
  private volatile long deadline = FOR_EVER;
  private volatile TaskState state = TaskState.QUEUED;
  private volatile TaskOutcome wanted;
  private volatile long wantedSince;
  private volatile TaskOutcome outcome;
  private volatile ShownText shown = ShownText.NONE;
  private volatile long started;
  private volatile long ended;

  LiveTask(
      String id,
      long created,
      TaskOrder order,
      String parent,
      boolean detached,
      Lane lane,
      Keeper keeper) {
    this.id = id;
    this.created = created;
    this.order = order;
    this.parent = parent;
    this.detached = detached;
    this.lane = lane;
    this.keeper = keeper;
    this.facts = new TaskFacts(order.operation(), order.subject(), order.caller());
  }

  Lane lane() {
    return lane;
  }

  TaskFacts facts() {
    return facts;
  }

  boolean isChild() {
    return !parent.isEmpty();
  }

  String parent() {
    return parent;
  }

  boolean isDetached() {
    return detached;
  }

  // ---- the way through the states ----

  /** It waits for a place from now on, but not longer than its limit. */
  void limitWaiting(Duration limit) {
    waited = true;
    deadline = System.nanoTime() + nanos(limit);
  }

  /** It may run on this thread now; false when it has ended meanwhile. */
  boolean begin(Duration limit) {
    synchronized (lock) {
      if (outcome != null) {
        return false;
      }
      deadline = System.nanoTime() + nanos(limit);
      started = isImmediate() ? created : System.currentTimeMillis();
      runner = Thread.currentThread();
      state = TaskState.RUNNING;
    }
    keeper.changed(this);
    return true;
  }

  /** Whether nothing lay between its being asked for and its beginning. */
  private boolean isImmediate() {
    return !detached && !waited;
  }

  private static long nanos(Duration limit) {
    return limit.getSeconds() >= TimeUnit.NANOSECONDS.toSeconds(FOR_EVER)
        ? FOR_EVER
        : limit.toNanos();
  }

  /** Its work is over; whether its thread had been interrupted because of it. */
  boolean finish(Ran ran) {
    TaskOrder told = null;
    boolean late;
    synchronized (lock) {
      runner = null; // null: nobody runs it any more
      late = interrupted;
      if (late) {
        Thread.interrupted();
      }
      if (outcome == null) {
        told = settle(wanted == null ? ran.outcome() : wanted, ran.shown());
      }
    }
    tell(told);
    return late;
  }

  /** Ends it before it began. */
  void refuse(List<Problem> problems) {
    TaskOrder told = null;
    synchronized (lock) {
      if (outcome == null) {
        told = settle(new TaskOutcome.Refused(problems), () -> "");
      }
    }
    tell(told);
  }

  /** Under the lock: it has ended. Lets go of everything that belongs to an extension. */
  private TaskOrder settle(TaskOutcome how, Shown what) {
    outcome = how;
    shown = how instanceof TaskOutcome.Succeeded ? new ShownText(what) : ShownText.NONE;
    ended = System.currentTimeMillis();
    state = TaskStates.of(how);
    TaskOrder told = order;
    order = null; // null: the work's classes may leave now
    actions = List.of();
    lock.notifyAll();
    return told;
  }

  private void tell(TaskOrder told) {
    if (told != null) {
      keeper.ended(this, told);
    }
  }

  /** Makes it end; false when it has ended or is about to. */
  boolean want(TaskOutcome how, String toChildren) {
    TaskOrder told = null;
    List<Runnable> todo;
    List<LiveTask> below;
    boolean queued;
    synchronized (lock) {
      if (outcome != null || wanted != null) {
        return false;
      }
      wantedSince = System.nanoTime();
      wanted = how;
      todo = actions;
      actions = List.of();
      below = List.copyOf(children);
      queued = runner == null;
      if (!queued) {
        interrupted = true;
        runner.interrupt();
      }
      if (detached || queued) {
        told = settle(how, () -> "");
      }
    }
    if (queued) {
      lane.forget(this);
    }
    below.forEach(child -> child.cancel(toChildren));
    todo.forEach(keeper::aside);
    tell(told);
    return true;
  }

  /** When it is interrupted and an inner task on the same thread has taken that for its own. */
  void remind() {
    synchronized (lock) {
      if (interrupted && runner == Thread.currentThread()) {
        runner.interrupt();
      }
    }
  }

  /** A place is free for it; false when it has ended and will not use it. */
  boolean grant() {
    synchronized (lock) {
      granted = outcome == null;
      lock.notifyAll();
      return granted;
    }
  }

  /** What is to be done; empty once it has ended. */
  Optional<TaskOrder> order() {
    synchronized (lock) {
      return Optional.ofNullable(order);
    }
  }

  /** Waits for a place; whether it was handed one, also when it has ended meanwhile. */
  boolean awaitTurn() {
    synchronized (lock) {
      while (!granted && outcome == null) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          break;
        }
      }
      if (granted || outcome != null) {
        return granted;
      }
    }
    cancel("the thread that called it was interrupted");
    synchronized (lock) {
      return granted;
    }
  }

  /** Takes a sub-task, which is cancelled with this one; false when that has happened already. */
  boolean adopt(LiveTask child) {
    synchronized (lock) {
      if (wanted != null) {
        return false;
      }
      if (children.isEmpty()) {
        children = ConcurrentHashMap.newKeySet();
      }
      children.add(child);
      return true;
    }
  }

  void release(LiveTask child) {
    synchronized (lock) {
      if (!children.isEmpty()) {
        children.remove(child);
      }
    }
  }

  // ---- what the watchdog asks ----

  boolean isOverdue(long now) {
    return deadline - now <= 0 && wanted == null && outcome == null;
  }

  /** The time limit is over. */
  void expire() {
    order().map(this::tooLong).ifPresent(this::expire);
  }

  private void expire(Problem problem) {
    want(new TaskOutcome.TimedOut(problem), "its parent " + id + " took too long");
  }

  private Problem tooLong(TaskOrder held) {
    return state == TaskState.QUEUED
        ? TaskProblems.waitedTooLong(facts.operation(), held.extension(), held.limit())
        : TaskProblems.overran(facts.operation(), held.limit());
  }

  /** Whether it should have ended a while ago and a thread is still in it; true once. */
  Optional<Thread> unheeding(long now, long patience) {
    if (wanted == null) {
      return Optional.empty();
    }
    synchronized (lock) {
      if (warned || runner == null || now - wantedSince < patience) {
        return Optional.empty();
      }
      warned = true;
      return Optional.of(runner);
    }
  }

  boolean hasThread() {
    synchronized (lock) {
      return runner != null;
    }
  }

  /** How late its thread came back, if somebody was told that it was late. */
  Optional<Duration> lateness() {
    synchronized (lock) {
      return warned
          ? Optional.of(Duration.ofNanos(System.nanoTime() - wantedSince))
          : Optional.empty();
    }
  }

  /** Whether its beginning should stand in the history; true once. */
  boolean isNews(long nowMillis, long old) {
    if (noted || nowMillis - created < old || outcome != null) {
      return false;
    }
    noted = true;
    return true;
  }

  // ---- what its handler says ----

  /** How its handler speaks to it. */
  TaskVoice voice() {
    return voice;
  }

  boolean isOver() {
    return outcome != null;
  }

  void changed() {
    keeper.changed(this);
  }

  boolean isCancelled() {
    return wanted != null;
  }

  void onCancel(Runnable action) {
    synchronized (lock) {
      if (wanted == null) {
        if (outcome == null) {
          actions = actions.isEmpty() ? new ArrayList<>() : actions;
          actions.add(action);
        }
        return;
      }
    }
    keeper.aside(action);
  }

  /** Its end, once it has ended. */
  Ended end() {
    return new Ended(id, outcome, ended);
  }

  // ---- what others see ----

  @Override
  public String id() {
    return id;
  }

  @Override
  public TaskOutcome await() {
    return await(FOR_EVER).orElseThrow();
  }

  @Override
  public Optional<TaskOutcome> await(Duration limit) {
    return await(nanos(limit));
  }

  private Optional<TaskOutcome> await(long nanos) {
    if (outcome == null) {
      Runnable takeBack = keeper.lendPlaces();
      try {
        waitFor(nanos);
      } finally {
        takeBack.run();
      }
    }
    return Optional.ofNullable(outcome);
  }

  /** An interrupt cancels the task; its end is waited for all the same, and the flag kept. */
  private void waitFor(long nanos) {
    long until = System.nanoTime() + nanos;
    boolean wasInterrupted = false;
    for (long left = nanos; outcome == null && left > 0; left = until - System.nanoTime()) {
      try {
        synchronized (lock) {
          if (outcome == null) {
            TimeUnit.NANOSECONDS.timedWait(lock, left);
          }
        }
      } catch (InterruptedException e) {
        wasInterrupted = true;
        cancel("the thread that waited for it was interrupted");
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void cancel(String reason) {
    Problem problem = TaskProblems.cancelled(facts.operation(), reason);
    want(new TaskOutcome.Cancelled(problem), "its parent " + id + " was cancelled");
  }

  /** How it ended. */
  Optional<TaskOutcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** Nobody will read the result. */
  void forgetResult() {
    shown = ShownText.NONE;
  }

  @Override
  public TaskReport report() {
    TaskState now = state;
    return facts.report(moment(now), now.isEnd() ? outcome() : Optional.empty());
  }

  private TaskFacts.Moment moment(TaskState now) {
    return new TaskFacts.Moment(
        id,
        now,
        now == TaskState.SUCCEEDED ? 1 : voice.progress(),
        voice.message(),
        voice.out(),
        voice.err(),
        shown.text(),
        created,
        started,
        ended,
        parent);
  }

  /** Writes how it ended. */
  void write(RecordLine line) {
    TaskLine.write(facts, moment(state), outcome, line);
  }
}
