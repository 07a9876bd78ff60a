package hotshoe.core.storage;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Records and jobs on their way to the one thread that writes. Adding one costs tens of
 * nanoseconds: while there is traffic the thread naps and looks by itself, for to wake it costs
 * microseconds; only one that sleeps deeply, or a queue that fills, is woken.
 */
final class WaitingRecords {

  /** What is written together. */
  record Batch(Queue<RecordLog.Entry> records, Queue<Runnable> jobs) {
    boolean isEmpty() {
      return records.isEmpty() && jobs.isEmpty();
    }
  }

  private static final long NAP = 20_000_000L;

  private final int most;
  private final AtomicLong refused = new AtomicLong();
  private Queue<RecordLog.Entry> records = new ArrayDeque<>();
  private Queue<RecordLog.Entry> spare = new ArrayDeque<>();
  private Queue<Runnable> jobs = new ArrayDeque<>();
  private boolean asleep;
  private boolean closed;

  WaitingRecords(int most) {
    this.most = most;
  }

  /** Adds a record unless too many wait. */
  boolean add(RecordLog.Entry record, Thread writer) {
    boolean wake;
    synchronized (this) {
      if (closed || records.size() >= most) {
        refused.incrementAndGet();
        return false;
      }
      records.add(record);
      wake = asleep || records.size() == most / 2;
    }
    if (wake) {
      LockSupport.unpark(writer);
    }
    return true;
  }

  /** Adds something to be done after all records that wait; false when it will never be. */
  boolean addJob(Runnable job, Thread writer) {
    synchronized (this) {
      if (closed) {
        return false;
      }
      jobs.add(job);
    }
    LockSupport.unpark(writer);
    return true;
  }

  /**
   * Takes everything that waits, or waits a moment for something to come. The records taken before
   * must be done with, for their queue is used again.
   */
  Batch take(boolean idle) {
    synchronized (this) {
      if (!records.isEmpty() || !jobs.isEmpty() || closed) {
        return takeAll();
      }
      asleep = idle;
    }
    if (idle) {
      LockSupport.park(this);
    } else {
      LockSupport.parkNanos(this, NAP);
    }
    synchronized (this) {
      asleep = false;
      return takeAll();
    }
  }

  private Batch takeAll() {
    Batch batch = new Batch(records, jobs);
    Queue<RecordLog.Entry> emptied = spare;
    spare = records;
    records = emptied;
    jobs = new ArrayDeque<>();
    return batch;
  }

  /** How many were refused. */
  long refused() {
    return refused.get();
  }

  /** Nothing is taken any more. */
  void close(Thread writer) {
    synchronized (this) {
      closed = true;
    }
    LockSupport.unpark(writer);
  }

  /** Whether nothing is taken any more. */
  synchronized boolean isClosed() {
    return closed;
  }

  /** Whether nothing will ever come any more. */
  synchronized boolean isOver() {
    return closed && records.isEmpty() && jobs.isEmpty();
  }
}
