package hotshoe.shell.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What a person types, from the socket's thread to the terminal's; bounded. */
final class Inbox extends InputStream {

  private static final int MOST_WAITING = 256;
  private static final byte[] END = new byte[0];

  private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
  private byte[] now = END;
  private int at;

  /** Takes what was typed; false when far too much is waiting already. */
  boolean add(byte[] typed) {
    return typed.length == 0 || (waiting.size() < MOST_WAITING && waiting.add(typed));
  }

  /** No more will be typed. */
  void end() {
    waiting.add(END);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (at == now.length && !next()) {
      return -1;
    }
    int count = Math.min(length, now.length - at);
    System.arraycopy(now, at, into, from, count);
    at += count;
    return count;
  }

  private boolean next() throws IOException {
    try {
      now = waiting.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    at = 0;
    if (now.length == 0) {
      waiting.add(END);
    }
    return now.length > 0;
  }

  @Override
  public int available() {
    return now.length - at;
  }
}
