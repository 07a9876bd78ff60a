package hotshoe.process.stream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Empties an output stream of a process as long as it runs, so that the process never waits: keeps
 * what came and tells it.
 */
public final class Drain implements Runnable {

  private static final int BUFFER = 1 << 14;

  private final InputStream source;
  private final Kept kept;
  private final Ear ear;
  private final Consumer<String> listener;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean abandoned;
  private volatile Optional<Throwable> failure = Optional.empty();

  /**
   * A stream that will be emptied by whoever runs this.
   *
   * @param listener who is told; one that throws is not told any more
   */
  public Drain(InputStream source, Kept kept, Consumer<String> listener) {
    this.source = source;
    this.kept = kept;
    this.listener = listener;
    this.ear = new Ear(this::tell);
  }

  /** What has been kept. */
  public Kept kept() {
    return kept;
  }

  /** What the listener threw. */
  public Optional<Throwable> failure() {
    return failure;
  }

  @Override
  public void run() {
    try (source) {
      drain();
    } catch (IOException ended) {
      // a process that was ended took its streams with it: what came is what there is
      kept.add(new byte[0], 0, 0);
    } finally {
      done.countDown();
    }
  }

  private void drain() throws IOException {
    byte[] bytes = new byte[BUFFER];
    ByteBuffer unheard = ByteBuffer.wrap(bytes);
    int begun = 0;
    int count = source.read(bytes, 0, BUFFER);
    while (count >= 0) {
      if (!abandoned) {
        kept.add(bytes, begun, count);
        ear.hear(unheard.position(0).limit(begun + count));
        begun = unheard.compact().position();
      }
      count = source.read(bytes, begun, BUFFER - begun);
    }
    if (!abandoned) {
      ear.end(unheard.position(0).limit(begun));
    }
    noteMalformed();
  }

  private void noteMalformed() {
    if (ear.isMalformed()) {
      kept.malformed();
    }
  }

  private void tell(String text) {
    if (failure.isEmpty() && !abandoned) {
      try {
        listener.accept(text);
      } catch (RuntimeException | LinkageError | AssertionError thrown) {
        failure = Optional.of(thrown);
      }
    }
  }

  /** Waits until the stream has ended; false when it had not by then. */
  public boolean await(Duration limit) throws InterruptedException {
    return done.await(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Drops all that comes from now on: what has been kept is final. */
  public void abandon() {
    abandoned = true;
  }
}
