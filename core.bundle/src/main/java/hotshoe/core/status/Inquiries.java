package hotshoe.core.status;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Questions put to foreign code, each in a thread of its own and with a limit. Whoever has not
 * answered yet is not asked again: one that hangs costs one thread, however often people look. Safe
 * for use by many threads.
 */
final class Inquiries implements AutoCloseable {

  private final Map<Object, Inquiry<?>> pending = new IdentityHashMap<>();
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Inquiries::thread);

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "hotshoe-status");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Puts a question, or takes the one that is still open.
   *
   * @param asked who is asked; open questions to the same object are the same
   */
  @SuppressWarnings("unchecked") // a question to one object always has the same type of answer
  <T> Inquiry<T> ask(Object asked, Callable<T> question) {
    Inquiry<T> inquiry;
    synchronized (pending) {
      Inquiry<?> open = pending.get(asked);
      if (open != null) {
        return (Inquiry<T>) open;
      }
      inquiry = new Inquiry<>(question);
      pending.put(asked, inquiry);
    }
    perform(asked, inquiry);
    return inquiry;
  }

  private void perform(Object asked, Inquiry<?> inquiry) {
    try {
      threads.execute(
          () -> {
            try {
              inquiry.run();
            } finally {
              forget(asked);
            }
          });
    } catch (RejectedExecutionException e) {
      inquiry.cancel(false);
      forget(asked);
    }
  }

  private void forget(Object asked) {
    synchronized (pending) {
      pending.remove(asked);
    }
  }

  /** Interrupts those who have not answered yet and are none of these. */
  void keepOnly(Collection<?> asked) {
    Set<Object> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    kept.addAll(asked);
    synchronized (pending) {
      pending.entrySet().stream()
          .filter(entry -> !kept.contains(entry.getKey()))
          .forEach(entry -> entry.getValue().cancel(true));
    }
  }

  /** How many have not answered yet. */
  int open() {
    synchronized (pending) {
      return pending.size();
    }
  }

  /** Interrupts whoever has not answered yet. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** One question on its way. */
  static final class Inquiry<T> extends FutureTask<T> {

    private final long begun = System.nanoTime();

    Inquiry(Callable<T> question) {
      super(question);
    }

    /**
     * The answer; empty when it is not there within the limit, counted from when it was asked.
     *
     * @throws ExecutionException with what the one who was asked threw
     */
    Optional<T> answer(Duration limit) throws ExecutionException, InterruptedException {
      long left = limit.toNanos() - (System.nanoTime() - begun);
      try {
        return Optional.of(get(Math.max(0, left), TimeUnit.NANOSECONDS));
      } catch (TimeoutException | CancellationException e) {
        return Optional.empty();
      }
    }
  }
}
