package hotshoe.core.setting;

import hotshoe.problem.Problem;
import hotshoe.setting.EnvironmentListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners what happened. Each has a box in which events wait in their order; a thread
 * empties it. Who made the change waits for the boxes, in bounds, but not for one that is stuck.
 */
final class Announcements {

  /** So many events may wait for one listener. */
  static final int MOST_WAITING = 1000;

  private static final Logger log = LoggerFactory.getLogger(Announcements.class);

  private final Map<Object, Box> boxes = new LinkedHashMap<>();
  private final ExecutorService threads;
  private final Duration limit;

  Announcements(ExecutorService threads, Duration limit) {
    this.threads = threads;
    this.limit = limit;
  }

  /** Something that happened. */
  record Event(String words, Consumer<EnvironmentListener> telling) {}

  /** A listener has come; it is got when it is first needed. */
  void add(Object key, String name, Supplier<EnvironmentListener> listener) {
    synchronized (boxes) {
      boxes.put(key, new Box(name, listener));
    }
  }

  /** A listener has gone; what waits for it is dropped. */
  void remove(Object key) {
    synchronized (boxes) {
      Box box = boxes.remove(key);
      if (box != null) {
        box.close();
      }
    }
  }

  /** Puts an event into every box, at once, and in the order of the calls. */
  Waiting post(Event event) {
    Waiting waiting = new Waiting();
    synchronized (boxes) {
      boxes.values().forEach(box -> waiting.add(box, box.put(event)));
    }
    return waiting;
  }

  /** Nothing to wait for. */
  Waiting nothing() {
    return new Waiting();
  }

  /** What a maker of changes waits for. */
  final class Waiting {
    private final List<Box> told = new ArrayList<>();
    private final List<CountDownLatch> done = new ArrayList<>();

    private void add(Box box, CountDownLatch latch) {
      told.add(box);
      done.add(latch);
    }

    /** This and that. */
    Waiting and(Waiting other) {
      told.addAll(other.told);
      done.addAll(other.done);
      return this;
    }

    /** Returns when all have heard, or the limit has passed. Listeners' own changes wait not. */
    void await() {
      long end = System.nanoTime() + limit.toNanos();
      for (int i = 0; i < told.size() && !isListener(); i++) {
        told.get(i).await(done.get(i), end);
      }
    }
  }

  private boolean isListener() {
    synchronized (boxes) {
      return boxes.values().stream().anyMatch(box -> box.thread == Thread.currentThread());
    }
  }

  /** What waits for one listener. */
  private final class Box {
    private record Letter(Event event, CountDownLatch done) {}

    private final String name;
    private final Supplier<EnvironmentListener> listener;
    private final Deque<Letter> letters = new ArrayDeque<>();
    private volatile Thread thread;
    private String busyWith = "";
    private boolean isStuck;
    private boolean isFull;

    Box(String name, Supplier<EnvironmentListener> listener) {
      this.name = name;
      this.listener = listener;
    }

    synchronized CountDownLatch put(Event event) {
      Letter letter = new Letter(event, new CountDownLatch(1));
      if (letters.size() >= MOST_WAITING) {
        letter.done().countDown();
        overflow();
        return letter.done();
      }
      letters.add(letter);
      if (busyWith.isEmpty()) {
        busyWith = event.words();
        threads.execute(this::empty);
      }
      return letter.done();
    }

    private void overflow() {
      if (!isFull) {
        isFull = true;
        warn(SettingProblems.overflow(name, MOST_WAITING));
      }
    }

    private void empty() {
      thread = Thread.currentThread();
      for (Letter letter = next(); letter != null; letter = next()) {
        tell(letter.event());
        letter.done().countDown();
      }
    }

    /** The next letter; the box rests when there is none. */
    private synchronized Letter next() {
      Letter letter = letters.poll();
      busyWith = letter == null ? "" : letter.event().words();
      isStuck = false;
      isFull = isFull && letter != null;
      if (letter == null) {
        thread = null;
      }
      return letter;
    }

    private void tell(Event event) {
      try {
        event.telling().accept(listener.get());
      } catch (Exception | LinkageError | StackOverflowError | AssertionError thrown) {
        warn(SettingProblems.threw(name, event.words(), thrown));
      }
    }

    void await(CountDownLatch done, long end) {
      synchronized (this) {
        if (isStuck) {
          return;
        }
      }
      try {
        if (!done.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          stuck();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private synchronized void stuck() {
      if (!busyWith.isEmpty() && !isStuck) {
        isStuck = true;
        warn(SettingProblems.slow(name, busyWith));
      }
    }

    synchronized void close() {
      letters.forEach(letter -> letter.done().countDown());
      letters.clear();
    }
  }

  private static void warn(Problem problem) {
    log.warn(problem.sentence());
  }
}
