package hotshoe.core.slice;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches a crew that is short of threads. As long as tasks are taken, it hires hardly anybody: the
 * tasks are short, and more threads would only be in each other's way. When nothing has been taken
 * for a moment, everybody is held up, and it hires, each time twice as many as before.
 */
final class Foreman implements Runnable, AutoCloseable {

  private static final long MOMENT = TimeUnit.MICROSECONDS.toNanos(100);
  private static final long WHILE = TimeUnit.SECONDS.toNanos(1);
  private static final int MANY = 256;
  private static final int PATIENCE = 10;

  private final Crew crew;
  private final Thread thread = new Thread(this::watch, "hotshoe slices foreman");
  private volatile boolean called;
  private volatile boolean closed;

  Foreman(Crew crew) {
    this.crew = crew;
    thread.setDaemon(true);
    thread.start();
  }

  /** Asks it to look after the crew until there is nobody short. */
  @Override
  public void run() {
    if (!called) {
      called = true;
      LockSupport.unpark(thread);
    }
  }

  private void watch() {
    while (!closed) {
      if (called) {
        called = false;
        lookAfter();
      } else {
        LockSupport.park(this);
      }
    }
  }

  private void lookAfter() {
    long before = crew.taken();
    int hires = 1;
    for (int moments = 1; crew.isShort() && !closed; moments++) {
      LockSupport.parkNanos(this, MOMENT);
      long now = crew.taken();
      boolean heldUp = now == before;
      if ((heldUp || moments % PATIENCE == 0) && !crew.hire(heldUp ? hires : 1)) {
        LockSupport.parkNanos(this, WHILE);
      }
      hires = heldUp ? Math.min(hires * 2, MANY) : hires;
      before = crew.taken();
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
