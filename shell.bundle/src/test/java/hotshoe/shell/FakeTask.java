package hotshoe.shell;

import hotshoe.operation.CallRequest;
import hotshoe.problem.Problem;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskReport;
import hotshoe.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A task that does what a test tells it to. */
public final class FakeTask implements TaskHandle {

  static final Instant BEGAN = Instant.parse("2026-11-20T09:00:00Z");

  public final CallRequest request;
  public final CompletableFuture<String> cancelled = new CompletableFuture<>();
  private final CompletableFuture<TaskOutcome> end = new CompletableFuture<>();
  private final String id;
  private final String operation;
  private final StringBuffer output = new StringBuffer();
  private final StringBuffer errors = new StringBuffer();
  private volatile String message = "";
  private volatile double progress;

  public FakeTask(String id, String operation, CallRequest request) {
    this.id = id;
    this.operation = operation;
    this.request = request;
  }

  public void out(String text) {
    output.append(text);
  }

  public void err(String text) {
    errors.append(text);
  }

  public void progress(double done, String words) {
    progress = done;
    message = words;
  }

  public void end(TaskOutcome outcome) {
    end.complete(outcome);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public TaskReport report() {
    TaskOutcome outcome = end.getNow(null);
    return new TaskReport(
        id,
        operation,
        request.resource().map(Object::toString).orElse(""),
        request.caller().name(),
        request.caller().door(),
        outcome == null ? TaskState.RUNNING : state(outcome),
        progress,
        message,
        output.toString(),
        errors.toString(),
        outcome instanceof TaskOutcome.Succeeded ? "{\"total\":119.0}" : "",
        outcome instanceof TaskOutcome.Failed failed ? failed.code() : "",
        outcome == null ? java.util.List.of() : outcome.problems(),
        BEGAN,
        Optional.of(BEGAN),
        outcome == null ? Optional.empty() : Optional.of(BEGAN.plusMillis(2500)),
        "",
        "local",
        1);
  }

  private static TaskState state(TaskOutcome outcome) {
    return TaskState.valueOf(
        outcome
            .getClass()
            .getSimpleName()
            .replace("TimedOut", "Timed_Out")
            .toUpperCase(java.util.Locale.ROOT));
  }

  @Override
  public TaskOutcome await() {
    return end.join();
  }

  @Override
  public Optional<TaskOutcome> await(Duration limit) {
    try {
      return Optional.of(end.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void cancel(String reason) {
    cancelled.complete(reason);
  }

  /** Ends as a task that heeds its cancel. */
  public void endCancelled() {
    end(
        new TaskOutcome.Cancelled(
            Problem.error("HS-SHELL-006", operation + " was cancelled")
                .because(cancelled.getNow("for no reason"))));
  }
}
