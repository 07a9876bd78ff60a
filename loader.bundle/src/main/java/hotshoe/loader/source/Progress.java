package hotshoe.loader.source;

import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallListener.Stage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * Tells a listener how much has come, at most ten times a second. This is also where fetching
 * notices that its thread is interrupted. For one fetching, on its thread.
 */
final class Progress {

  private static final long PAUSE = Duration.ofMillis(100).toNanos();

  private final InstallListener listener;
  private long last = System.nanoTime() - PAUSE;

  Progress(InstallListener listener) {
    this.listener = listener;
  }

  /**
   * So many bytes are here.
   *
   * @param total of so many, or -1
   */
  void at(long done, long total) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException();
    }
    long now = System.nanoTime();
    if (now - last >= PAUSE) {
      last = now;
      listener.progress(Stage.FETCHING, done, total);
    }
  }

  /** That was all of them. */
  void end(long done) {
    listener.progress(Stage.FETCHING, done, done);
  }
}
