package hotshoe.loader.wiring;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  /** Whether the present thread runs such a call, so that waiting for another would be forever. */
  boolean isInside() {
    return worker.get().isMine(Thread.currentThread());
  }

  /**
   * Calls and waits no longer than the limit.
   *
   * @param whenLate what follows the code, on its own thread, if it comes back after all
   */
  Ending call(Duration limit, Callable<?> code, Runnable whenLate) {
    AtomicBoolean late = new AtomicBoolean();
    Future<?> running = worker.get().executor.submit(() -> followed(code, late, whenLate));
    try {
      running.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return new Ending.Done();
    } catch (TimeoutException overrun) {
      late.set(true);
      leaveBehind();
      return new Ending.TooLong(limit);
    } catch (ExecutionException failure) {
      return new Ending.Threw(failure.getCause());
    } catch (InterruptedException interrupted) {
      late.set(true);
      leaveBehind();
      Thread.currentThread().interrupt();
      return new Ending.Threw(interrupted);
    }
  }

  private static Object followed(Callable<?> code, AtomicBoolean late, Runnable whenLate)
      throws Exception {
    try {
      return code.call();
    } finally {
      if (late.get()) {
        whenLate.run();
      }
    }
  }

  private void leaveBehind() {
    worker.getAndSet(new Worker()).executor.shutdownNow();
  }

  @Override
  public void close() {
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
