package hotshoe.loader.extension;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which all changes are made, in the order in which they were asked for. */
final class Changes implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Changes.class);

  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final Duration patience;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "hotshoe-extensions");
            made.setDaemon(true);
            return made;
          });

  /**
   * Starts with nothing in hand.
   *
   * @param patience how long {@link #close} waits for a change in hand
   */
  Changes(Duration patience) {
    this.patience = patience;
  }

  boolean isClosed() {
    return thread.isShutdown();
  }

  /**
   * Makes a change and waits for it.
   *
   * @throws IllegalStateException when no more changes are made, or when waiting is interrupted
   */
  <T> T make(Supplier<T> change) {
    try {
      return thread.submit(change::get).get();
    } catch (RejectedExecutionException closed) {
      throw new IllegalStateException("the host is stopping: nothing is changed any more", closed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a change was made", interrupted);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException unchecked
          ? unchecked
          : new IllegalStateException("a change failed", failure.getCause());
    }
  }

  /** Makes a change as soon as those before it are made, unless there are to be none any more. */
  void later(Runnable change) {
    try {
      thread.execute(() -> guarded(change));
    } catch (RejectedExecutionException closed) {
      log.debug("nothing is changed any more: {}", closed.toString());
    }
  }

  private static void guarded(Runnable change) {
    try {
      change.run();
    } catch (RuntimeException failure) {
      log.error("a change failed", failure);
    }
  }

  /** Takes no more, and waits for the one in hand, but not for ever. */
  @Override
  public void close() {
    thread.shutdown();
    if (!await(patience)) {
      log.warn("a change to the extensions is still in hand after {} s", patience.toSeconds());
    }
  }

  /** What a change in hand waited for was called off; it needs a moment to notice. */
  void awaitCutShort() {
    await(MOMENT);
  }

  private boolean await(Duration limit) {
    try {
      return thread.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
