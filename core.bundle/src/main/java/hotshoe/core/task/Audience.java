package hotshoe.core.task;

import hotshoe.task.TaskReport;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who listens to tasks. Each has a thread of its own, which tells the latest state of every task
 * that changed since it last looked: who is slow, hangs or throws harms nobody, and misses only
 * what lay in between. Safe for use by many threads.
 */
final class Audience {

  private static final Logger LOG = LoggerFactory.getLogger(Audience.class);
  private static final int MOST = 10_000;
  private static final long PAUSE_MILLIS = 20;

  private final List<Seat> seats = new CopyOnWriteArrayList<>();

  boolean isEmpty() {
    return seats.isEmpty();
  }

  /** Notes that a task changed. */
  void changed(LiveTask task) {
    for (Seat seat : seats) {
      seat.changed(task);
    }
  }

  AutoCloseable listen(Consumer<TaskReport> listener) {
    Seat seat = new Seat(listener);
    seats.add(seat);
    seat.thread.start();
    return () -> leave(seat);
  }

  private void leave(Seat seat) {
    seats.remove(seat);
    seat.close();
  }

  void close() {
    seats.forEach(this::leave);
  }

  /** One listener with what it has not been told yet. */
  private static final class Seat {
    private final Consumer<TaskReport> listener;
    private final Thread thread = new Thread(this::tellAll, "hotshoe task listener");
    private Set<LiveTask> changed = new LinkedHashSet<>();
    private boolean closed;
    private boolean warned;

    Seat(Consumer<TaskReport> listener) {
      this.listener = listener;
      thread.setDaemon(true);
    }

    synchronized void changed(LiveTask task) {
      if (changed.size() >= MOST) {
        changed.remove(changed.iterator().next());
      }
      if (changed.add(task) && changed.size() == 1) {
        notifyAll();
      }
    }

    synchronized void close() {
      closed = true;
      thread.interrupt();
    }

    private void tellAll() {
      try {
        for (Set<LiveTask> next = take(); !next.isEmpty(); next = take()) {
          next.forEach(this::tell);
          Thread.sleep(PAUSE_MILLIS);
        }
      } catch (InterruptedException closedMeanwhile) {
        Thread.currentThread().interrupt();
      }
    }

    private synchronized Set<LiveTask> take() throws InterruptedException {
      while (changed.isEmpty() && !closed) {
        wait();
      }
      Set<LiveTask> taken = closed ? Set.of() : changed;
      changed = new LinkedHashSet<>();
      return taken;
    }

    private void tell(LiveTask task) {
      try {
        listener.accept(task.report());
      } catch (RuntimeException | LinkageError | StackOverflowError broken) {
        if (!warned) {
          warned = true;
          LOG.warn("{}", TaskProblems.listener(broken).sentence(), broken);
        }
      }
      forgetInterrupt();
    }

    /** A listener may interrupt its own thread; only closing ends it. */
    private synchronized void forgetInterrupt() {
      if (!closed) {
        Thread.interrupted();
      }
    }
  }
}
