package hotshoe.core.schedule;

import hotshoe.schedule.Action;
import hotshoe.schedule.OnStop;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * One run of an action in some worker. As a future it is done as soon as it is cancelled; {@link
 * #ended} tells when the action has really let go of its thread and its failure is logged.
 */
final class Run extends FutureTask<Void> {

  private final String name;
  private final OnStop onStop;
  private final CountDownLatch ended = new CountDownLatch(1);

  Run(String name, OnStop onStop, Action action) {
    super(
        () -> {
          action.run();
          return null;
        });
    this.name = name;
    this.onStop = onStop;
  }

  String name() {
    return name;
  }

  OnStop onStop() {
    return onStop;
  }

  /** Performs the action under this thread name; hands the thread back without an interrupt. */
  void perform(String threadName) {
    Thread thread = Thread.currentThread();
    String before = thread.getName();
    thread.setName(threadName);
    try {
      run();
    } finally {
      thread.setName(before);
      Thread.interrupted();
    }
  }

  /** Marks the run as over, told to whom it concerns, also when no worker ever took it. */
  void over() {
    ended.countDown();
  }

  /** Waits until the action has let go of its thread; false when it has not within the limit. */
  boolean ended(Duration limit) throws InterruptedException {
    return ended.await(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
  }
}
