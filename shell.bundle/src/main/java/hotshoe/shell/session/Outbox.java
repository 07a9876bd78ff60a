package hotshoe.shell.session;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Frames on their way to the client. Commands put them here and only one thread writes them: an
 * interrupted command would otherwise close the socket. A client that does not read makes the
 * commands of its own session wait, nothing else.
 */
final class Outbox implements AutoCloseable {

  private static final int MOST_WAITING = 64;
  private static final int CHUNK = 16 * 1024;

  private final WritableByteChannel channel;
  private final BlockingQueue<Optional<Frame>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread writer;
  private volatile boolean closed;

  Outbox(WritableByteChannel channel, String name) {
    this.channel = channel;
    this.writer = new Thread(this::write, name + " writer");
    writer.setDaemon(true);
    writer.start();
  }

  /** Takes a frame at once if there is room, also from a thread that is being interrupted. */
  void put(Frame frame) throws IOException {
    requireOpen();
    if (!waiting.offer(Optional.of(frame))) {
      await(Optional.of(frame));
    }
  }

  private void await(Optional<Frame> frame) throws IOException {
    try {
      while (!waiting.offer(frame, 1, TimeUnit.SECONDS)) {
        requireOpen();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("the session is closed");
    }
  }

  /** A stream whose bytes leave as frames of this type when it is flushed. */
  OutputStream stream(FrameType type) {
    return new BufferedOutputStream(frames(type), CHUNK);
  }

  private OutputStream frames(FrameType type) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from; at < from + length; at += CHUNK) {
          put(new Frame(type, Arrays.copyOfRange(bytes, at, Math.min(at + CHUNK, from + length))));
        }
      }
    };
  }

  private void write() {
    try {
      for (Optional<Frame> next = waiting.take(); next.isPresent(); next = waiting.take()) {
        ByteBuffer bytes = next.get().encoded();
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
    } catch (IOException | InterruptedException e) {
      waiting.clear();
    } finally {
      closed = true;
    }
  }

  /** Takes these as the last ones if there is room, and does not wait. */
  void end(Frame... last) {
    for (Frame frame : last) {
      waiting.offer(Optional.of(frame));
    }
    waiting.offer(Optional.empty());
  }

  /** Waits until all is sent; a client may take as long as it likes, or leave. */
  void finish(Frame last) throws IOException {
    put(last);
    await(Optional.empty());
    finishWithin(Duration.ZERO);
  }

  /** Waits until all is sent, but not longer than this; zero means for ever. */
  void finishWithin(Duration limit) {
    try {
      writer.join(limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends nothing more. */
  @Override
  public void close() {
    closed = true;
    writer.interrupt();
  }
}
