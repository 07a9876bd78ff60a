package hotshoe.gateway;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the requests in hand and lets none begin once the door is closing. */
final class InFlight {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition empty = lock.newCondition();
  private int count;
  private boolean closing;

  /** Counts a request in; false when the door is closing and it must be turned away. */
  boolean enter() {
    lock.lock();
    try {
      count += closing ? 0 : 1;
      return !closing;
    } finally {
      lock.unlock();
    }
  }

  /** Counts a request out that came in. */
  void leave() {
    lock.lock();
    try {
      count--;
      if (count == 0) {
        empty.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  int count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Turns new requests away and waits for those in hand.
   *
   * @return how many are still in hand at the limit
   */
  int drain(Duration limit) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      closing = true;
      long left = limit.toNanos();
      while (count > 0 && left > 0) {
        left = empty.awaitNanos(left);
      }
      return count;
    } finally {
      lock.unlock();
    }
  }
}
