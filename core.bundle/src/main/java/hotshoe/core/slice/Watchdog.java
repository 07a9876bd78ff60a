package hotshoe.core.slice;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Rings when a time limit is over. Beginning and ending a watch costs next to nothing, for hardly
 * any limit is ever reached: the one thread sleeps until the earliest limit it has seen.
 */
final class Watchdog implements AutoCloseable {

  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
  private final Thread thread = new Thread(this::watch, "hotshoe slice watchdog");
  private volatile long wakes;
  private volatile boolean asleep;
  private volatile boolean closed;

  /** Something with a limit. */
  interface Watched {

    /** When it has to be over, by {@link System#nanoTime()}. */
    long deadline();

    /** Called once, when it is not over in time and the watch has not been ended. */
    void expire();
  }

  Watchdog() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Begins a watch, or looks again at a deadline that has come closer. */
  void watch(Watched what) {
    watched.add(what);
    if (!asleep || what.deadline() - wakes < 0) {
      LockSupport.unpark(thread);
    }
  }

  /** Ends a watch. */
  void release(Watched what) {
    watched.remove(what);
  }

  private void watch() {
    while (!closed) {
      asleep = false;
      long pause = round();
      wakes = System.nanoTime() + pause;
      asleep = true;
      LockSupport.parkNanos(this, pause);
    }
  }

  /** Rings for whom it is time and says how long nothing else is due. */
  private long round() {
    long pause = Long.MAX_VALUE / 4;
    for (Watched what : watched) {
      long left = what.deadline() - System.nanoTime();
      if (left > 0) {
        pause = Math.min(pause, left);
      } else if (watched.remove(what)) {
        what.expire();
      }
    }
    return pause;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
