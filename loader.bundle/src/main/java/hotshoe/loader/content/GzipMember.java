package hotshoe.loader.content;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What one gzip member holds. The JDK's stream reads on into a second member, and stops without a
 * word at anything else; this one ends where the member ends, so that the reader can look behind
 * it.
 */
final class GzipMember extends InputStream {

  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;
  private static final int DEFLATE = 8;
  private static final int TEXT_LIMIT = 1 << 16;

  private final PushbackInputStream packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] input;
  private int inputLength;
  private boolean ended;

  /** Reads the member's head; the stream must be able to take back {@code window} bytes. */
  GzipMember(PushbackInputStream packed, int window) throws IOException {
    this.packed = packed;
    this.input = new byte[window];
    try {
      readHead();
    } catch (IOException | RuntimeException failure) {
      inflater.end();
      throw failure;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (ended || length == 0) {
      return ended ? -1 : 0;
    }
    try {
      int count = inflate(bytes, offset, length);
      checksum.update(bytes, offset, Math.max(0, count));
      return count;
    } catch (DataFormatException malformed) {
      throw new ZipException(malformed.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    packed.close();
  }

  private int inflate(byte[] bytes, int offset, int length)
      throws IOException, DataFormatException {
    int count = inflater.inflate(bytes, offset, length);
    while (count == 0 && !inflater.finished()) {
      if (inflater.needsDictionary()) {
        throw new ZipException("a dictionary is wanted");
      }
      inputLength = packed.read(input);
      if (inputLength < 0) {
        throw new EOFException();
      }
      inflater.setInput(input, 0, inputLength);
      count = inflater.inflate(bytes, offset, length);
    }
    if (count > 0) {
      return count;
    }
    readTail();
    return -1;
  }

  private void readHead() throws IOException {
    next();
    next();
    int method = next();
    int flags = next();
    if (method != DEFLATE || (flags & RESERVED) != 0) {
      throw new ZipException("its head is of a kind that nobody knows");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    skipText(flags & NAME);
    skipText(flags & COMMENT);
    skip((flags & HEADER_CRC) == 0 ? 0 : 2);
  }

  private void readTail() throws IOException {
    ended = true;
    int left = inflater.getRemaining();
    packed.unread(input, inputLength - left, left);
    if (number() != checksum.getValue()) {
      throw new ZipException("its checksum does not fit");
    }
    if (number() != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new ZipException("its length does not fit");
    }
  }

  private void skipText(int present) throws IOException {
    int count = 0;
    while (present != 0 && next() != 0) {
      if (++count > TEXT_LIMIT) {
        throw new ZipException("its head does not end");
      }
    }
  }

  private void skip(int count) throws IOException {
    for (int left = count; left > 0; left--) {
      next();
    }
  }

  private long number() throws IOException {
    long low = next() | next() << 8;
    return low | (long) next() << 16 | (long) next() << 24;
  }

  private int next() throws IOException {
    int next = packed.read();
    if (next < 0) {
      throw new EOFException();
    }
    return next;
  }
}
