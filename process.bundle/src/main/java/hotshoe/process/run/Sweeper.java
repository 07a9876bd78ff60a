package hotshoe.process.run;

import hotshoe.process.Remaining;
import hotshoe.process.tree.Census;
import hotshoe.process.tree.ProcessTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after orders whose first process has ended: ends what was left behind without holding a
 * stream, and gives back what they had. One look at the system's table does for all that ended
 * within a tenth of a second, and nobody waits for it.
 */
final class Sweeper implements Clock.Watched {

  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final long DELAY = TimeUnit.MILLISECONDS.toNanos(100);

  private final ProcessTable table;
  private final Journal journal;
  private final Hands hands;
  private final Clock clock;
  private final Duration grace;
  private List<Family> ended = new ArrayList<>();
  private volatile long since;

  Sweeper(ProcessTable table, Journal journal, Hands hands, Clock clock, Duration grace) {
    this.table = table;
    this.journal = journal;
    this.hands = hands;
    this.clock = clock;
    this.grace = grace;
  }

  /** Takes over what remains of an order. */
  void take(Family family) {
    if (add(family)) {
      since = System.nanoTime();
      clock.watch(this);
    }
  }

  @Override
  public void look(long now) {
    if (now - since > DELAY) {
      clock.release(this);
      sweepElsewhere();
    }
  }

  private void sweepElsewhere() {
    try {
      hands.execute(this::sweep);
    } catch (RejectedExecutionException closing) {
      LOG.debug("the host is closing, and does at its end what is left", closing);
    }
  }

  private synchronized boolean add(Family family) {
    ended.add(family);
    return ended.size() == 1;
  }

  private synchronized List<Family> takeAll() {
    List<Family> all = ended;
    ended = new ArrayList<>();
    return all;
  }

  /** Does at once what is to be done. */
  void sweep() {
    List<Family> families = takeAll();
    if (families.isEmpty()) {
      return;
    }
    Census census = table.look();
    for (Family family : families) {
      boolean isThere = family.isAmong(census);
      if (isThere && family.order().remaining() == Remaining.END) {
        end(family);
      }
      family.close(journal, !isThere);
    }
  }

  private void end(Family family) {
    int count = family.end(grace);
    if (count > 0) {
      LOG.info("{}", RunProblems.leftBehind(family.order(), count));
    }
  }
}
