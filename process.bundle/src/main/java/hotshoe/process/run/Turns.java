package hotshoe.process.run;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Who may run and who waits: so many at a time, then owner by owner, so that one with many orders
 * does not keep the others waiting. Safe for use by many threads.
 */
final class Turns {

  private final long most;
  private final long queue;
  private final Map<String, ArrayDeque<Turn>> waiting = new LinkedHashMap<>();
  private int running;
  private int inQueue;

  /**
   * Nobody runs yet.
   *
   * @param most how many may run at a time
   * @param queue how many more may wait
   */
  Turns(long most, long queue) {
    this.most = most;
    this.queue = queue;
  }

  /** A turn, had already or to be waited for; empty when too many wait. */
  synchronized Optional<Turn> ask(String owner) {
    Turn turn = new Turn(owner);
    if (running < most) {
      running++;
      turn.come.countDown();
      return Optional.of(turn);
    }
    if (inQueue >= queue) {
      return Optional.empty();
    }
    inQueue++;
    waiting.computeIfAbsent(owner, key -> new ArrayDeque<>()).add(turn);
    return Optional.of(turn);
  }

  synchronized int running() {
    return running;
  }

  synchronized int waiting() {
    return inQueue;
  }

  private synchronized void next() {
    if (waiting.isEmpty()) {
      running--;
      return;
    }
    String owner = waiting.keySet().iterator().next();
    ArrayDeque<Turn> line = waiting.remove(owner);
    inQueue--;
    line.remove().come.countDown();
    if (!line.isEmpty()) {
      waiting.put(owner, line);
    }
  }

  private synchronized boolean withdraw(Turn turn) {
    ArrayDeque<Turn> line = waiting.getOrDefault(turn.owner, new ArrayDeque<>());
    if (!line.remove(turn)) {
      return false;
    }
    inQueue--;
    if (line.isEmpty()) {
      waiting.remove(turn.owner);
    }
    return true;
  }

  /** One order's turn. */
  final class Turn {

    private final String owner;
    private final CountDownLatch come = new CountDownLatch(1);

    private Turn(String owner) {
      this.owner = owner;
    }

    /** Waits until it has come, or was given up. */
    void await() throws InterruptedException {
      come.await();
    }

    /** Gives it up, if it has not come yet; who waits for it goes on. */
    boolean giveUp() {
      boolean isGivenUp = withdraw(this);
      if (isGivenUp) {
        come.countDown();
      }
      return isGivenUp;
    }

    /** Ends it: the next one's comes. */
    void end() {
      next();
    }
  }
}
