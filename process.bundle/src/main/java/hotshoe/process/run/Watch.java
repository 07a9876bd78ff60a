package hotshoe.process.run;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of this room: none while nothing runs. */
final class Watch implements Executor, AutoCloseable {

  private static final long IDLE_SECONDS = 10;

  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, named("hotshoe process watch"));
  private final ThreadPoolExecutor hands =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          named("hotshoe process"));

  Watch() {
    clock.setRemoveOnCancelPolicy(true);
    clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    clock.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    clock.allowCoreThreadTimeOut(true);
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + " " + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Does this on a thread of its own. */
  @Override
  public void execute(Runnable work) {
    hands.execute(work);
  }

  /** Does this in a while, on the one thread of the clock: it must be short. */
  Future<?> in(Duration delay, Runnable work) {
    return clock.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Does this in a while, unless everything ends before. */
  void maybeIn(Duration delay, Runnable work) {
    try {
      in(delay, work);
    } catch (RejectedExecutionException closing) {
      Thread.onSpinWait(); // who closes this does the rest
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    hands.shutdown();
  }
}
