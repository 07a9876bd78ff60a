package hotshoe.process.stream;

import hotshoe.process.ProcessOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is kept of an output stream: its beginning in memory; all of it in a file that nobody sees,
 * once memory does not do; nothing of what is too much even for that.
 */
public final class Kept implements ProcessOutput {

  private static final int FIRST_LENGTH = 512;
  private static final int LONGEST_CHARACTER = 4;

  private final int inMemory;
  private final long onDisk;
  private final Path folder;

  private byte[] head = new byte[0];
  private int length;
  private long size;
  private Optional<Spill> spill = Optional.empty();
  private Optional<IOException> failure = Optional.empty();
  private boolean malformed;
  private boolean closed;

  /**
   * Keeps nothing yet.
   *
   * @param inMemory bytes that are kept in memory
   * @param onDisk bytes that are kept in all
   * @param folder where the file is made, if it takes one
   */
  public Kept(int inMemory, long onDisk, Path folder) {
    this.inMemory = inMemory;
    this.onDisk = onDisk;
    this.folder = folder;
  }

  synchronized void add(byte[] bytes, int offset, int count) {
    long before = size;
    size += count;
    if (before == length && length < inMemory) {
      remember(bytes, offset, Math.min(count, inMemory - length));
    }
    if (size > inMemory && failure.isEmpty() && !closed) {
      write(before, bytes, offset, count);
    }
  }

  private void remember(byte[] bytes, int offset, int count) {
    if (head.length < length + count) {
      int longer = Math.max(FIRST_LENGTH, Math.max(length + count, 2 * head.length));
      head = Arrays.copyOf(head, Math.min(longer, inMemory));
    }
    System.arraycopy(bytes, offset, head, length, count);
    length += count;
  }

  /** Writes what is new, after what is in memory where that is not in the file yet. */
  private void write(long before, byte[] bytes, int offset, int count) {
    try {
      if (spill.isEmpty() && onDisk > inMemory) {
        spill = Optional.of(Spill.in(folder));
        spill.get().write(ByteBuffer.wrap(head, 0, (int) Math.min(before, length)));
      }
      int room = (int) Math.max(0, Math.min(count, onDisk - before));
      if (spill.isPresent() && room > 0) {
        spill.get().write(ByteBuffer.wrap(bytes, offset, room));
      }
    } catch (IOException e) {
      failure = Optional.of(e);
    }
  }

  synchronized void malformed() {
    malformed = true;
  }

  /** Why less is kept than was to be, if the disk did not take it. */
  public synchronized Optional<IOException> failure() {
    return failure;
  }

  @Override
  public synchronized String text() {
    int end = size > length ? wholeCharacters() : length;
    return new String(head, 0, end, StandardCharsets.UTF_8);
  }

  /** Where the last character that is whole ends; a cut through one is not the process's fault. */
  private int wholeCharacters() {
    int begin = length;
    do {
      begin--;
    } while (begin > 0 && length - begin < LONGEST_CHARACTER && (head[begin] & 0xC0) == 0x80);
    int lead = begin < 0 ? 0 : head[begin] & 0xFF;
    int needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return begin >= 0 && begin + needed > length ? begin : length;
  }

  @Override
  public synchronized long size() {
    return size;
  }

  @Override
  public synchronized boolean isSpilled() {
    return size > length;
  }

  @Override
  public synchronized boolean isTruncated() {
    return failure.isPresent() || size > Math.max(onDisk, length);
  }

  @Override
  public synchronized boolean isMalformed() {
    return malformed;
  }

  @Override
  public synchronized InputStream open() throws IOException {
    if (spill.isPresent()) {
      return spill.get().open();
    }
    return new ByteArrayInputStream(head, 0, length);
  }

  @Override
  public synchronized void close() {
    closed = true;
    spill.ifPresent(Spill::close);
  }
}
