package hotshoe.process.stream;

import hotshoe.process.ProcessInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Feeds a process its input while it runs, and closes it. */
public final class Feed implements Runnable {

  private static final int BUFFER = 1 << 14;

  private final ProcessInput.Source source;
  private final OutputStream sink;
  private volatile Optional<IOException> failure = Optional.empty();
  private volatile boolean unread;

  /** An input that will be fed by whoever runs this. */
  public Feed(ProcessInput.Source source, OutputStream sink) {
    this.source = source;
    this.sink = sink;
  }

  /** Why the input could not be had. */
  public Optional<IOException> failure() {
    return failure;
  }

  /** Whether the process closed its input, or ended, before it had read it all. */
  public boolean isUnread() {
    return unread;
  }

  @Override
  public void run() {
    try (InputStream input = source.open()) {
      copy(input);
    } catch (IOException e) {
      failure = Optional.of(e);
    } finally {
      close();
    }
  }

  private void copy(InputStream input) throws IOException {
    byte[] bytes = new byte[BUFFER];
    for (int count = input.read(bytes); count >= 0 && !unread; count = input.read(bytes)) {
      write(bytes, count);
    }
  }

  private void write(byte[] bytes, int count) {
    try {
      sink.write(bytes, 0, count);
    } catch (IOException closed) {
      unread = true;
    }
  }

  private void close() {
    try {
      sink.close();
    } catch (IOException closed) {
      unread = true;
    }
  }
}
