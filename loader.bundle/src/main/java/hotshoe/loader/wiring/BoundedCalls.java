package hotshoe.loader.wiring;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Calls into code of extensions that may never come back. A call that takes too long is interrupted
 * and left behind with its thread; the next one gets another thread. Called by one thread at a
 * time.
 */
final class BoundedCalls implements AutoCloseable {

  private final AtomicReference<Worker> worker = new AtomicReference<>(new Worker());

  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /** Whether the present thread runs such a call, so that waiting for another would be forever. */
  boolean isInside() {
    return worker.get().isMine(Thread.currentThread());
  }

  /**
   * Calls and waits no longer than the limit, nor than until these calls are closed.
   *
   * @param whenLate what follows the code, on its own thread, if it comes back after all
   */
  Ending call(Duration limit, Callable<?> code, Runnable whenLate) {
    if (closed.isDone()) {
      return new Ending.TooLong(Duration.ZERO);
    }
    long began = System.nanoTime();
    AtomicBoolean late = new AtomicBoolean();
    CompletableFuture<Ending> running = new CompletableFuture<>();
    try {
      worker.get().executor.execute(() -> running.complete(followed(code, late, whenLate)));
      CompletableFuture.anyOf(running, closed).get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return running.isDone() ? running.join() : tooLong(late, began, limit);
    } catch (TimeoutException | RejectedExecutionException overrun) {
      return tooLong(late, began, limit);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("cannot happen: nothing fails these", failure);
    } catch (InterruptedException interrupted) {
      tooLong(late, began, limit);
      Thread.currentThread().interrupt();
      return new Ending.Threw(interrupted);
    }
  }

  /** After the limit, or before it when these calls were closed. */
  private Ending tooLong(AtomicBoolean late, long began, Duration limit) {
    late.set(true);
    leaveBehind();
    Duration waited = Duration.ofNanos(System.nanoTime() - began);
    return new Ending.TooLong(waited.compareTo(limit) < 0 ? waited : limit);
  }

  private static Ending followed(Callable<?> code, AtomicBoolean late, Runnable whenLate) {
    try {
      code.call();
      return new Ending.Done();
    } catch (Throwable thrown) {
      return new Ending.Threw(thrown);
    } finally {
      if (late.get()) {
        whenLate.run();
      }
    }
  }

  private void leaveBehind() {
    worker.getAndSet(new Worker()).executor.shutdownNow();
  }

  /** Lets the call in hand be, and makes no more. */
  @Override
  public void close() {
    closed.complete(null);
    worker.get().executor.shutdownNow();
  }

  private static final class Worker {
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);

    private Thread thread(Runnable work) {
      Thread made = new Thread(work, "hotshoe-start");
      made.setDaemon(true);
      thread.set(made);
      return made;
    }

    boolean isMine(Thread other) {
      return other.equals(thread.get());
    }
  }
}
