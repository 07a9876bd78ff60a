package hotshoe.process.run;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that do the work of this room: as many as it takes, and none when there is none. */
final class Hands implements Executor, AutoCloseable {

  private static final long IDLE_SECONDS = 10;

  private final AtomicInteger count = new AtomicInteger();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          this::thread);

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "hotshoe process " + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** Does this on a thread of its own. */
  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
