package hotshoe.loader.extension;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The one thread on which all changes are made, in the order in which they were asked for. */
final class Changes implements AutoCloseable {

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "hotshoe-extensions");
            made.setDaemon(true);
            return made;
          });

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

  /** Takes no more, and waits for the one in hand. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(60, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
