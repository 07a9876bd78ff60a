package hotshoe.process.run;

/** Waits for what must be waited for, and remembers that the thread was interrupted meanwhile. */
final class Patience {

  private final Runnable interrupted;
  private boolean wasInterrupted;

  /** Calls this once when the waiting thread is interrupted. */
  Patience(Runnable interrupted) {
    this.interrupted = interrupted;
  }

  /** Something to wait for. */
  interface Waiting<T> {
    T come() throws InterruptedException;
  }

  /** Waits as often as it takes. */
  <T> T until(Waiting<T> waiting) {
    while (true) {
      try {
        return waiting.come();
      } catch (InterruptedException e) {
        if (!wasInterrupted) {
          wasInterrupted = true;
          interrupted.run();
        }
      }
    }
  }

  /** Interrupts the thread again, if it was. */
  void restore() {
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
