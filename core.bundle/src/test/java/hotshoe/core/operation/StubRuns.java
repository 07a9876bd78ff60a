package hotshoe.core.operation;

import hotshoe.core.task.TaskOrder;
import hotshoe.core.task.TaskOrder.Ended;
import hotshoe.core.task.TaskRuns;
import hotshoe.operation.CallRequest;
import hotshoe.operation.TaskControl;
import hotshoe.problem.Problem;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskReport;
import hotshoe.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Runs tasks at once and keeps what was ordered; no limits, no history. */
final class StubRuns implements TaskRuns, Tasks {

  final List<TaskOrder> orders = new CopyOnWriteArrayList<>();
  final List<TaskOutcome> outcomes = new CopyOnWriteArrayList<>();
  final List<String> results = new CopyOnWriteArrayList<>();
  private final Map<String, Run> running = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong(1000);

  private static final class Run {
    final String id;
    final Thread thread = Thread.currentThread();
    final List<Runnable> onCancel = new CopyOnWriteArrayList<>();
    volatile boolean cancelled;

    Run(String id) {
      this.id = id;
    }

    void cancel() {
      cancelled = true;
      onCancel.forEach(Runnable::run);
      thread.interrupt();
    }
  }

  @Override
  public TaskHandle start(TaskOrder order) {
    String id = "t" + ids.incrementAndGet();
    CompletableFuture<TaskOutcome> outcome = new CompletableFuture<>();
    Thread thread = new Thread(() -> outcome.complete(run(id, order)), "task " + id);
    thread.setDaemon(true);
    thread.start();
    return new Handle(id, outcome);
  }

  @Override
  public TaskOutcome run(TaskOrder order) {
    return run("t" + ids.incrementAndGet(), order);
  }

  private TaskOutcome run(String id, TaskOrder order) {
    orders.add(order);
    Run run = new Run(id);
    running.put(id, run);
    TaskOutcome outcome;
    try {
      TaskOrder.Ran ran = order.work().run(new Control(run));
      outcome = ran.outcome();
      results.add(ran.shown().text());
    } catch (Exception e) {
      outcome = new TaskOutcome.Cancelled(Problem.error("HS-TASK-001", "cancelled"));
    }
    running.remove(id);
    return end(id, order, outcome);
  }

  private TaskOutcome end(String id, TaskOrder order, TaskOutcome outcome) {
    outcomes.add(outcome);
    order.ended().accept(new Ended(id, outcome, System.currentTimeMillis()));
    return outcome;
  }

  @Override
  public TaskHandle refuse(TaskOrder order, List<Problem> problems) {
    orders.add(order);
    String id = "t" + ids.incrementAndGet();
    return new Handle(
        id, CompletableFuture.completedFuture(end(id, order, new TaskOutcome.Refused(problems))));
  }

  @Override
  public boolean cancel(String id, String reason) {
    Optional<Run> run = Optional.ofNullable(running.get(id));
    run.ifPresent(Run::cancel);
    return run.isPresent();
  }

  @Override
  public List<TaskReport> list(int count) {
    return List.of();
  }

  @Override
  public Optional<TaskReport> find(String id) {
    return Optional.empty();
  }

  @Override
  public AutoCloseable listen(Consumer<TaskReport> listener) {
    return () -> {};
  }

  private record Control(Run run) implements TaskControl {
    @Override
    public String id() {
      return run.id;
    }

    @Override
    public void progress(double done, String message) {
      // Nobody looks.
    }

    @Override
    public void out(String text) {
      // Nobody looks.
    }

    @Override
    public void err(String text) {
      // Nobody looks.
    }

    @Override
    public boolean isCancelled() {
      return run.cancelled;
    }

    @Override
    public void onCancel(Runnable action) {
      run.onCancel.add(action);
      if (run.cancelled) {
        action.run();
      }
    }

    @Override
    public TaskHandle start(CallRequest request) {
      throw new UnsupportedOperationException("the catalogue begins sub-tasks");
    }
  }

  private final class Handle implements TaskHandle {
    private final String id;
    private final CompletableFuture<TaskOutcome> outcome;

    Handle(String id, CompletableFuture<TaskOutcome> outcome) {
      this.id = id;
      this.outcome = outcome;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public TaskReport report() {
      throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public TaskOutcome await() {
      return await(Duration.ofSeconds(20)).orElseThrow();
    }

    @Override
    public Optional<TaskOutcome> await(Duration limit) {
      try {
        return Optional.of(
            outcome.get(limit.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS));
      } catch (java.util.concurrent.TimeoutException e) {
        return Optional.empty();
      } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void cancel(String reason) {
      StubRuns.this.cancel(id, reason);
    }
  }
}
