package hotshoe.core.task;

import hotshoe.core.task.TaskOrder.Ran;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks: gives them places and threads, watches their limits, and hands over what ended. */
final class TaskCrew implements TaskRuns, LiveTask.Keeper {

  private static final Logger LOG = LoggerFactory.getLogger(TaskCrew.class);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
  private static final long STOP_LIMIT = TimeUnit.SECONDS.toNanos(2);
  private static final long OLD_MILLIS = 50;

  /** The task that a thread is in, the one it was in before, and whether it has a place. */
  private record Inside(LiveTask task, boolean place, Optional<Inside> outer) {}

  private final ThreadLocal<Optional<Inside>> inside = ThreadLocal.withInitial(Optional::empty);
  private final Map<String, LiveTask> live = new ConcurrentHashMap<>();
  private final Set<LiveTask> strays = ConcurrentHashMap.newKeySet();
  private final Map<Optional<ExtensionName>, Lane> lanes = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), TaskCrew::daemon);
  private final int places;
  private final int queue;
  private final TaskIds ids;
  private final History history;
  private final Audience audience;
  private final Watchdog watchdog;
  private final Consumer<LiveTask> forget = this::forget;
  private volatile boolean stopping;

  TaskCrew(int places, int queue, TaskIds ids, History history, Audience audience) {
    this.places = places;
    this.queue = queue;
    this.ids = ids;
    this.history = history;
    this.audience = audience;
    this.watchdog = new Watchdog(this::look);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "hotshoe task");
    thread.setDaemon(true);
    thread.setContextClassLoader(TaskCrew.class.getClassLoader());
    return thread;
  }

  @Override
  public TaskOutcome run(TaskOrder order) {
    Optional<Inside> outer = inside.get();
    LiveTask task = create(order, parent(order, outer), false);
    boolean rides = rides(outer, task.lane());
    if (!task.isOver() && (rides || enter(task, order))) {
      work(task, order, new Inside(task, !rides, outer));
    }
    return task.end().outcome();
  }

  private static String parent(TaskOrder order, Optional<Inside> outer) {
    return order.parent().orElseGet(() -> outer.isPresent() ? outer.get().task().id : "");
  }

  /** Whether the thread is in a task of the same extension: its place does for both. */
  private static boolean rides(Optional<Inside> outer, Lane lane) {
    for (Optional<Inside> one = outer; one.isPresent(); one = one.get().outer()) {
      if (one.get().place() && one.get().task().lane() == lane) {
        return true;
      }
    }
    return false;
  }

  private boolean enter(LiveTask task, TaskOrder order) {
    return switch (task.lane().ask(task)) {
      case NOW -> true;
      case NEVER -> {
        refuseAsCrowded(task, order);
        yield false;
      }
      case LATER -> {
        task.limitWaiting(order.limit());
        yield task.awaitTurn();
      }
    };
  }

  private static void refuseAsCrowded(LiveTask task, TaskOrder order) {
    Lane lane = task.lane();
    task.refuse(
        List.of(
            TaskProblems.crowded(
                order.operation(), order.extension(), lane.places(), lane.longest())));
  }

  @Override
  public TaskHandle start(TaskOrder order) {
    LiveTask task = create(order, order.parent().orElse(""), true);
    if (!task.isOver()) {
      switch (task.lane().ask(task)) {
        case NOW -> {
          if (!dispatch(task, order)) {
            leave(task.lane());
          }
        }
        case NEVER -> refuseAsCrowded(task, order);
        case LATER -> changed(task);
      }
    }
    return task;
  }

  @Override
  public TaskHandle refuse(TaskOrder order, List<Problem> problems) {
    LiveTask task = create(order, order.parent().orElse(""), true);
    task.refuse(problems);
    return task;
  }

  private LiveTask create(TaskOrder order, String parent, boolean detached) {
    long now = System.currentTimeMillis();
    LiveTask task =
        new LiveTask(ids.next(now), now, order, parent, detached, lane(order.extension()), this);
    live.put(task.id, task);
    watchdog.begun();
    if (!parent.isEmpty()) {
      LiveTask above = live.get(parent);
      if (above != null && !above.adopt(task)) {
        task.cancel("its parent " + parent + " was cancelled");
      }
    }
    if (stopping) {
      task.refuse(List.of(TaskProblems.stopping(order.operation())));
    }
    return task;
  }

  private Lane lane(Optional<ExtensionName> extension) {
    Lane lane = lanes.get(extension);
    return lane == null ? lanes.computeIfAbsent(extension, any -> new Lane(places, queue)) : lane;
  }

  private boolean dispatch(LiveTask task, TaskOrder order) {
    try {
      pool.execute(() -> workInPool(task, order));
      return true;
    } catch (RejectedExecutionException | OutOfMemoryError noThread) {
      task.refuse(List.of(TaskProblems.noThread(order.operation(), noThread)));
      return false;
    }
  }

  private void workInPool(LiveTask task, TaskOrder order) {
    Thread.currentThread().setName("hotshoe task " + task.id);
    try {
      work(task, order, new Inside(task, true, Optional.empty()));
    } finally {
      Thread.interrupted();
      Thread.currentThread().setName("hotshoe task");
      // A handler's class loader would stay with the thread, and be the next handler's.
      Thread.currentThread().setContextClassLoader(TaskCrew.class.getClassLoader());
    }
  }

  private void work(LiveTask task, TaskOrder order, Inside here) {
    if (task.begin(order.limit())) {
      inside.set(Optional.of(here));
      Ran ran = does(task, order);
      inside.set(here.outer());
      boolean reset = task.finish(ran);
      if (reset) {
        here.outer().ifPresent(outer -> outer.task().remind());
        task.lateness().ifPresent(late -> sayThatItCameBack(task, late));
      }
    }
    if (here.place()) {
      leave(task.lane());
    }
  }

  private static Ran does(LiveTask task, TaskOrder order) {
    try {
      return Objects.requireNonNull(order.work().run(task.voice()), "no outcome");
    } catch (InterruptedException e) {
      // For a cancelled task this is taken back; who else interrupted the thread meant its owner.
      Thread.currentThread().interrupt();
      Problem problem =
          TaskProblems.cancelled(order.operation(), "the thread that called it was interrupted");
      return new Ran(new TaskOutcome.Cancelled(problem), () -> "");
    } catch (Throwable thrown) {
      Problem problem = TaskProblems.broke(order.operation(), thrown);
      if (!task.isCancelled()) {
        LOG.warn("{}", problem.sentence(), thrown);
      }
      return new Ran(new TaskOutcome.Failed(problem.code(), Map.of(), problem), () -> "");
    }
  }

  /** Gives a place back, to the first who waits and still wants it. */
  private void leave(Lane lane) {
    Optional<LiveTask> next = lane.leave();
    while (next.isPresent() && !hand(next.get())) {
      next = lane.leave();
    }
  }

  private boolean hand(LiveTask task) {
    if (!task.isDetached()) {
      return task.grant();
    }
    Optional<TaskOrder> order = task.order();
    return order.isPresent() && dispatch(task, order.get());
  }

  @Override
  public Runnable lendPlaces() {
    List<Lane> lent = new ArrayList<>();
    for (Optional<Inside> one = inside.get(); one.isPresent(); one = one.get().outer()) {
      if (one.get().place()) {
        lent.add(one.get().task().lane());
      }
    }
    lent.forEach(this::leave);
    return () -> lent.forEach(Lane::takeBack);
  }

  @Override
  public void ended(LiveTask task, TaskOrder order) {
    if (task.hasThread()) {
      strays.add(task);
    }
    if (task.isChild()) {
      Optional.ofNullable(live.get(task.parent())).ifPresent(parent -> parent.release(task));
    }
    history.ended(task, forget);
    changed(task);
    try {
      order.ended().accept(task.end());
    } catch (RuntimeException broken) {
      LOG.error("the end of task {} could not be told", task.id, broken);
    }
  }

  private void forget(LiveTask task) {
    live.remove(task.id);
  }

  @Override
  public void changed(LiveTask task) {
    if (!audience.isEmpty()) {
      audience.changed(task);
    }
  }

  @Override
  public void aside(Runnable action) {
    try {
      pool.execute(() -> guarded(action));
    } catch (RejectedExecutionException | OutOfMemoryError noThread) {
      LOG.warn("what a task wanted to do when cancelled is left undone", noThread);
    }
  }

  private static void guarded(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | LinkageError | StackOverflowError broken) {
      LOG.warn("what a task wanted to do when cancelled broke", broken);
    } finally {
      Thread.interrupted();
    }
  }

  private boolean look() {
    try {
      long now = System.nanoTime();
      long millis = System.currentTimeMillis();
      live.values().forEach(task -> look(task, now, millis));
      strays.removeIf(task -> !task.hasThread());
      strays.forEach(task -> look(task, now, millis));
    } catch (RuntimeException broken) {
      LOG.error("looking at the tasks failed", broken);
    }
    return !live.isEmpty() || !strays.isEmpty();
  }

  private void look(LiveTask task, long now, long millis) {
    if (task.isOverdue(now)) {
      task.expire();
    }
    if (task.isNews(millis, OLD_MILLIS)) {
      history.begun(task);
    }
    task.unheeding(now, PATIENCE).ifPresent(thread -> sayThatItGoesOn(task, thread));
  }

  private static void sayThatItGoesOn(LiveTask task, Thread thread) {
    String operation = task.facts().operation();
    LOG.warn("{}", TaskProblems.unheeded(operation, task.id, thread.getName()).sentence());
  }

  private static void sayThatItCameBack(LiveTask task, Duration late) {
    LOG.info("{}", TaskProblems.cameBack(task.facts().operation(), task.id, late).sentence());
  }

  /** Those that run, and those that ended and are not in the history yet. */
  Collection<LiveTask> present() {
    return live.values();
  }

  Optional<LiveTask> find(String id) {
    return Optional.ofNullable(live.get(id));
  }

  /** Refuses what comes, cancels what runs, and waits for that a little. */
  void close() {
    stopping = true;
    live.values().forEach(task -> task.cancel("the host is stopping"));
    long until = System.nanoTime() + STOP_LIMIT;
    while (isBusy() && System.nanoTime() < until) {
      LockSupport.parkNanos(this, 10_000_000L);
    }
    pool.shutdown();
    watchdog.close();
  }

  private boolean isBusy() {
    return live.values().stream().anyMatch(LiveTask::hasThread)
        || strays.stream().anyMatch(LiveTask::hasThread);
  }
}
