package hotshoe.gateway;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that serve requests: few, with a short queue, each request under a limit. The JDK's
 * server reads headers and bodies in these threads, so the limit also ends who sends too slowly: an
 * interrupt closes the connection that a thread is waiting for.
 */
final class Workers implements Executor, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Workers.class);
  private static final int THREADS = 16;
  private static final int WAITING = 64;

  private final Duration limit;
  private final AtomicInteger named = new AtomicInteger();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), this::thread);
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, this::thread);

  /** Gives every request this long, from its first byte to the last of its answer. */
  Workers(Duration limit) {
    this.limit = limit;
    threads.allowCoreThreadTimeOut(true);
    clock.setRemoveOnCancelPolicy(true);
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "hotshoe-gateway-" + named.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Serves one request.
   *
   * @throws java.util.concurrent.RejectedExecutionException when too many wait; the server then
   *     closes the connection
   */
  @Override
  public void execute(Runnable request) {
    threads.execute(() -> underLimit(request));
  }

  private void underLimit(Runnable request) {
    Optional<ScheduledFuture<?>> alarm = alarmFor(Thread.currentThread());
    if (alarm.isEmpty()) {
      return; // the door is being closed, and the server with it
    }
    try {
      request.run();
    } finally {
      alarm.get().cancel(false);
      Thread.interrupted();
    }
  }

  private Optional<ScheduledFuture<?>> alarmFor(Thread worker) {
    try {
      return Optional.of(clock.schedule(worker::interrupt, limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (RejectedExecutionException closing) {
      log.debug("a request came while the door was being closed", closing);
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    clock.shutdownNow();
  }
}
