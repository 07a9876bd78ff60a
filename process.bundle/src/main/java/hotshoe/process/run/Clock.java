package hotshoe.process.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Goes round by all that run, some forty times a second, and sleeps when nothing does. Beginning
 * and ending a watch wakes nobody up, for most runs are over before anything is due.
 */
final class Clock implements AutoCloseable {

  private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(25);
  private static final long QUIET_ROUNDS = 40;

  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
  private final Thread thread = new Thread(this::go, "hotshoe process clock");
  private volatile boolean asleep;
  private volatile boolean closed;

  /** Something that is looked at. */
  interface Watched {
    /** Called on the clock's thread, which has to go on: it must be short. */
    void look(long now);
  }

  Clock() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Looks at this from now on. */
  void watch(Watched what) {
    watched.add(what);
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  /** Looks at it no more. */
  void release(Watched what) {
    watched.remove(what);
  }

  private void go() {
    long quiet = 0;
    while (!closed) {
      quiet = watched.isEmpty() ? quiet + 1 : 0;
      if (quiet > QUIET_ROUNDS) {
        sleep();
      } else {
        LockSupport.parkNanos(this, ROUND);
      }
      for (Watched what : watched) {
        what.look(System.nanoTime());
      }
    }
  }

  /** Whoever comes after this is seen, or sees that nobody is awake. */
  private void sleep() {
    asleep = true;
    while (watched.isEmpty() && !closed) {
      LockSupport.park(this);
    }
    asleep = false;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
