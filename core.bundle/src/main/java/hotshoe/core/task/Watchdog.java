package hotshoe.core.task;

import java.util.concurrent.locks.LockSupport;

/**
 * Looks at the running tasks every 50 ms while there are any. A task that begins costs nothing
 * here, unless the thread has slept for want of tasks.
 */
final class Watchdog {

  /** Looks at all tasks; false when there is none. */
  @FunctionalInterface
  interface Round {
    boolean look();
  }

  private static final long PAUSE = 50_000_000L;
  private static final long PATIENCE = 2_000_000_000L;

  private final Round round;
  private final Thread thread = new Thread(this::watch, "hotshoe task watchdog");
  private volatile boolean asleep;
  private volatile boolean closed;

  Watchdog(Round round) {
    this.round = round;
    thread.setDaemon(true);
    thread.start();
  }

  /** There is a task. */
  void begun() {
    if (asleep) {
      asleep = false;
      LockSupport.unpark(thread);
    }
  }

  private void watch() {
    long busy = System.nanoTime();
    while (!closed) {
      if (round.look()) {
        busy = System.nanoTime();
      }
      LockSupport.parkNanos(this, PAUSE);
      if (System.nanoTime() - busy > PATIENCE) {
        sleep();
        busy = System.nanoTime();
      }
    }
  }

  /** Looks once more after having said so, for a task may have begun in between. */
  private void sleep() {
    asleep = true;
    if (round.look()) {
      asleep = false;
    }
    while (asleep && !closed) {
      LockSupport.park(this);
    }
  }

  void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
