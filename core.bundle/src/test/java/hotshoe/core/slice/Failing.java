package hotshoe.core.slice;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ways to go wrong. */
final class Failing {

  private Failing() {}

  static void plainly() {
    throw new IllegalStateException("no luck");
  }

  /** Does not come back, but lets itself be interrupted. */
  static void hang() throws InterruptedException {
    TimeUnit.HOURS.sleep(1);
  }

  /** Does not come back, whatever one does, until the latch is open. */
  static void hangUntil(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.interrupted();
      }
    }
  }
}
