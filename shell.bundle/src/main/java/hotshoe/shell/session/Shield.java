package hotshoe.shell.session;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Stands between the terminal and the commands of one session. Gogo wraps its streams in channels,
 * and a channel closes its stream when a thread that uses it is interrupted: the terminal must
 * survive that. And what an interrupted command still says after its end must not reach it.
 */
final class Shield {

  private volatile boolean lowered;

  /** From now on nothing passes. */
  void cut() {
    lowered = true;
  }

  private void requireOpen() throws IOException {
    if (lowered) {
      throw new IOException("the command has been interrupted");
    }
  }

  InputStream around(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public int read() throws IOException {
        requireOpen();
        return in.read();
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        requireOpen();
        return in.read(bytes, from, length);
      }

      @Override
      public void close() {
        // the terminal goes on
      }
    };
  }

  OutputStream around(OutputStream stream) {
    return new FilterOutputStream(stream) {
      @Override
      public void write(int b) throws IOException {
        requireOpen();
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        requireOpen();
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }
}
