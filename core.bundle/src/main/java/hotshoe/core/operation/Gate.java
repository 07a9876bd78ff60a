package hotshoe.core.operation;

import hotshoe.extension.ExtensionName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where calls to one extension enter, and where they wait while it is replaced. Safe for use by
 * many threads; entering an open gate costs two atomic steps.
 */
final class Gate {

  private static final long CLOSED = 1L << 62;
  private static final long CLOSINGS = CLOSED - 1;

  final ExtensionName extension;
  final Optional<ExtensionName> owner;
  private final AtomicLong state = new AtomicLong();
  private final Set<Lineage> running = ConcurrentHashMap.newKeySet();
  private final Object change = new Object();
  private int holds;

  Gate(ExtensionName extension) {
    this.extension = extension;
    this.owner = Optional.of(extension);
  }

  /**
   * Enters, and waits before while the gate is closed. A call made by one that is inside already
   * goes through a closed gate, for it is part of what its closing waits for.
   *
   * @return false when it was closed all the time
   */
  boolean enter(Lineage caller, Duration patience) throws InterruptedException {
    if (tryEnter()) {
      return true;
    }
    if (caller.isInside(this)) {
      state.incrementAndGet();
      return true;
    }
    long end = System.nanoTime() + patience.toNanos();
    synchronized (change) {
      while (!tryEnter()) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        change.wait(left);
      }
      return true;
    }
  }

  private boolean tryEnter() {
    long now = state.get();
    while ((now & CLOSED) == 0) {
      if (state.compareAndSet(now, now + 1)) {
        return true;
      }
      now = state.get();
    }
    return false;
  }

  /** Leaves. */
  void leave() {
    if (state.decrementAndGet() == CLOSED) {
      synchronized (change) {
        change.notifyAll();
      }
    }
  }

  /** Notes a call whose handler runs, so that it can be cancelled. */
  void began(Lineage call) {
    running.add(call);
  }

  void ended(Lineage call) {
    running.remove(call);
  }

  boolean isClosed() {
    return (state.get() & CLOSED) != 0;
  }

  /** Closes for new calls. */
  void close() {
    synchronized (change) {
      holds++;
      state.getAndUpdate(now -> now | CLOSED);
    }
  }

  /** Takes back one closing; true when the gate can be opened, which {@link #open} does. */
  boolean release() {
    synchronized (change) {
      holds--;
      return holds == 0;
    }
  }

  /** Opens unless it was closed anew, and lets those who wait go on. */
  void open() {
    synchronized (change) {
      if (holds == 0) {
        state.getAndUpdate(now -> now & ~CLOSED);
        change.notifyAll();
      }
    }
  }

  /** Waits until nobody is inside; false when somebody still is at the limit. */
  boolean await(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    synchronized (change) {
      while ((state.get() & CLOSINGS) > 0) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        change.wait(left);
      }
      return true;
    }
  }

  /** The calls whose handlers run. */
  List<Lineage> running() {
    return List.copyOf(running);
  }
}
