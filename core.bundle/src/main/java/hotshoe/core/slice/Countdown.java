package hotshoe.core.slice;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sees to it that a descent ends within its limit and that every slice gets its calls, also when
 * some hang: towards the end first the order and then the patience is given up.
 */
final class Countdown implements Watchdog.Watched {

  private static final Set<Phase> BEFORE_STOP =
      EnumSet.of(Phase.PRESTART, Phase.START, Phase.PRESTOP);

  private final Descent descent;
  private final Fall fall;
  private final Watchdog watchdog;
  private final Consumer<Runnable> exclusively;
  private final long begun = System.nanoTime();
  private int next;

  /** What is done at which part of the limit. */
  private enum Mark {
    PRESTOP_EVERYBODY(40) {
      @Override
      void pass(Descent descent, Fall fall) {
        fall.hasten(descent, Descent.Order.PRESTOPS_AT_ONCE);
      }
    },
    GIVE_UP_PRESTOPS(50) {
      @Override
      void pass(Descent descent, Fall fall) {
        Fall.giveUp(descent, BEFORE_STOP);
      }
    },
    STOP_EVERYBODY(80) {
      @Override
      void pass(Descent descent, Fall fall) {
        fall.hasten(descent, Descent.Order.STOPS_AT_ONCE);
      }
    },
    GIVE_UP_STOPS(95) {
      @Override
      void pass(Descent descent, Fall fall) {
        Fall.giveUp(descent, EnumSet.allOf(Phase.class));
      }
    };

    private final int percent;

    Mark(int percent) {
      this.percent = percent;
    }

    abstract void pass(Descent descent, Fall fall);
  }

  /**
   * @param exclusively does something under the engine's lock
   */
  Countdown(Descent descent, Fall fall, Watchdog watchdog, Consumer<Runnable> exclusively) {
    this.descent = descent;
    this.fall = fall;
    this.watchdog = watchdog;
    this.exclusively = exclusively;
  }

  /** Begins to count, until the descent is over. */
  void begin() {
    if (!descent.isOver()) {
      watchdog.watch(this);
      descent.afterwards(() -> watchdog.release(this));
    }
  }

  @Override
  public synchronized long deadline() {
    return begun + descent.limit().toNanos() / 100 * Mark.values()[next].percent;
  }

  @Override
  public void expire() {
    exclusively.accept(
        () -> {
          if (!descent.isOver()) {
            Mark.values()[next].pass(descent, fall);
          }
          if (moveOn() && !descent.isOver()) {
            watchdog.watch(this);
          }
        });
  }

  private synchronized boolean moveOn() {
    boolean more = next + 1 < Mark.values().length;
    next += more ? 1 : 0;
    return more;
  }
}
