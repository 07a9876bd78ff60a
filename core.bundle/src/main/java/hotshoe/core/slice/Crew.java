package hotshoe.core.slice;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Daemon threads that carry out tasks, the most urgent first. A thread that takes a task wakes or
 * creates the next thread when there is more to do, one after another: tasks that sleep soon have a
 * thread each, while a few threads get through many short ones. Idle threads end.
 */
final class Crew {

  private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
  private static final int MOST = 1024;
  private static final long IDLE_SECONDS = 5;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final PriorityQueue<Entry> ready = new PriorityQueue<>();
  private long entries;
  private int size;
  private int idle;
  private boolean waking;

  /** Something to do. */
  interface Task {

    /** Larger goes first. */
    int urgency();

    /**
     * Does it; throws nothing.
     *
     * @return false when the crew has been told meanwhile to do without this thread
     */
    boolean perform();
  }

  /** A task in its place: more urgent first, then older first. */
  private record Entry(Task task, int urgency, long number) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      return urgency == other.urgency
          ? Long.compare(number, other.number)
          : Integer.compare(other.urgency, urgency);
    }
  }

  /** A thread of the crew; knows what it is doing. */
  private final class Member extends Thread {

    private volatile Task task = Idle.IDLE;

    Member() {
      super("hotshoe slices");
      setDaemon(true);
    }

    @Override
    public void run() {
      while (true) {
        Task next = next();
        if (next == Idle.IDLE) {
          return;
        }
        task = next;
        boolean stays = next.perform();
        task = Idle.IDLE;
        if (!stays) {
          return;
        }
      }
    }
  }

  /** Nothing to do. */
  private enum Idle implements Task {
    IDLE;

    @Override
    public int urgency() {
      return 0;
    }

    @Override
    public boolean perform() {
      return true;
    }
  }

  /** What the calling thread is doing for a crew; a task that does nothing when it is in none. */
  static Task current() {
    return Thread.currentThread() instanceof Member member ? member.task : Idle.IDLE;
  }

  /** Has the task done soon. */
  void submit(Task task) {
    lock.lock();
    try {
      ready.add(new Entry(task, task.urgency(), entries++));
      wakeOne();
    } finally {
      lock.unlock();
    }
  }

  /** One of the threads is stuck; others take its place. */
  void doWithoutOne() {
    lock.lock();
    try {
      size--;
      wakeOne();
    } finally {
      lock.unlock();
    }
  }

  private void wakeOne() {
    if (waking || ready.isEmpty()) {
      return;
    }
    if (idle > 0) {
      waking = true;
      work.signal();
    } else if (size < MOST) {
      grow();
    }
  }

  private void grow() {
    try {
      new Member().start();
      size++;
      waking = true;
    } catch (OutOfMemoryError e) {
      LOG.error("no further thread can be had for slices; {} go on", size, e);
    }
  }

  private Task next() {
    lock.lock();
    try {
      waking = false;
      if (!awaitWork()) {
        size--;
        return Idle.IDLE;
      }
      Task task = ready.remove().task();
      wakeOne();
      return task;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for work; false when there has been none for long. */
  private boolean awaitWork() {
    long left = TimeUnit.SECONDS.toNanos(IDLE_SECONDS);
    idle++;
    try {
      while (ready.isEmpty() && left > 0) {
        left = work.awaitNanos(left);
        waking = false;
      }
      return !ready.isEmpty();
    } catch (InterruptedException e) {
      waking = false;
      return !ready.isEmpty();
    } finally {
      idle--;
    }
  }
}
