package hotshoe.core.slice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Daemon threads that carry out tasks, the most urgent first. A few threads get through many short
 * tasks; when they are all held up by long ones, the {@link Foreman} soon hires as many as there
 * are tasks. A thread that takes a task wakes the next one when there is more to do. Idle threads
 * end.
 */
final class Crew implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
  private static final int FEW = Runtime.getRuntime().availableProcessors() + 1;
  private static final int MOST = 1024;
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final String NAME = "hotshoe slices";

  private final PriorityQueue<Entry> ready = new PriorityQueue<>();
  private final Deque<Member> idle = new ArrayDeque<>();
  private final Foreman foreman = new Foreman(this);
  private long entries;
  private long taken;
  private int size;
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
    private volatile boolean called;

    Member() {
      super(NAME);
      setDaemon(true);
    }

    @Override
    public void run() {
      boolean stays = true;
      for (Task next = next(); stays && next != Idle.IDLE; next = stays ? next() : next) {
        task = next;
        stays = perform(next);
        task = Idle.IDLE;
      }
    }

    /** A task that throws all the same is an error of the host's, and costs no thread. */
    private boolean perform(Task next) {
      try {
        return next.perform();
      } catch (RuntimeException | Error e) {
        LOG.error("what should throw nothing has thrown", e);
        return true;
      }
    }

    private Task next() {
      Task next = take(this);
      while (next == Idle.IDLE && rest()) {
        next = take(this);
      }
      return next;
    }

    /** Waits to be called; false when nobody has for long. */
    private boolean rest() {
      setName(NAME);
      long end = System.nanoTime() + IDLE_NANOS;
      while (!called) {
        LockSupport.parkNanos(Crew.this, end - System.nanoTime());
        if (Thread.interrupted()) {
          continue;
        }
        if (System.nanoTime() - end > 0 && resign(this)) {
          return false;
        }
      }
      called = false;
      return true;
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
    Runnable wake;
    synchronized (this) {
      ready.add(new Entry(task, task.urgency(), entries++));
      wake = wakeOne();
    }
    wake.run();
  }

  /** One of the threads is stuck; others take its place. */
  void doWithoutOne() {
    Runnable wake;
    synchronized (this) {
      size--;
      wake = wakeOne();
    }
    wake.run();
  }

  /** The next task, or {@link Idle} when there is none; the thread is listed as idle then. */
  private Task take(Member member) {
    Runnable wake;
    Task task;
    synchronized (this) {
      waking = false;
      if (ready.isEmpty()) {
        idle.push(member);
        return Idle.IDLE;
      }
      task = ready.remove().task();
      taken++;
      wake = wakeOne();
    }
    wake.run();
    return task;
  }

  /** Leaves the crew, unless it has just been called. */
  private synchronized boolean resign(Member member) {
    boolean leaves = idle.remove(member);
    size -= leaves ? 1 : 0;
    return leaves;
  }

  /** Decides who is to take the next task; what is returned is to be run without the lock. */
  private Runnable wakeOne() {
    if (waking || ready.isEmpty()) {
      return () -> {};
    }
    if (!idle.isEmpty()) {
      waking = true;
      Member member = idle.pop();
      member.called = true;
      return () -> LockSupport.unpark(member);
    }
    if (size < FEW) {
      waking = true;
      size++;
      return this::hireOne;
    }
    return foreman;
  }

  private void hireOne() {
    if (!canHire()) {
      foreman.run();
    }
  }

  private boolean canHire() {
    try {
      new Member().start();
      return true;
    } catch (OutOfMemoryError e) {
      LOG.error("no further thread can be had for slices", e);
      synchronized (this) {
        size--;
        waking = false;
      }
      return false;
    }
  }

  /** How many tasks have been taken so far. */
  synchronized long taken() {
    return taken;
  }

  /** Whether tasks wait and nobody is free to take them. */
  synchronized boolean isShort() {
    return !ready.isEmpty() && idle.isEmpty() && size < MOST;
  }

  /**
   * Takes on more threads, at most so many.
   *
   * @return false when the system does not give any more
   */
  boolean hire(int many) {
    int wanted;
    synchronized (this) {
      wanted = Math.min(many, Math.min(ready.size(), MOST - size));
      size += wanted;
    }
    int hired = 0;
    while (hired < wanted && canHire()) {
      hired++;
    }
    if (hired < wanted) {
      synchronized (this) {
        size -= wanted - hired - 1;
      }
    }
    return hired == wanted;
  }

  @Override
  public void close() {
    foreman.close();
  }
}
