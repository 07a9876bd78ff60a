package hotshoe.loader.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A tar archive that lies in a file as it is: what passes is looked up, not copied. */
final class Resting implements Passage {

  private static final int WINDOW = 1 << 16;

  private final FileChannel file;
  private final long length;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long windowAt;
  private long position;

  Resting(FileChannel file) throws IOException {
    this.file = file;
    this.length = file.size();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public int read(byte[] block) throws IOException {
    int count = 0;
    while (count < block.length && fill()) {
      int part = Math.min(block.length - count, window.remaining());
      window.get(block, count, part);
      count += part;
      position += part;
    }
    return count;
  }

  @Override
  public boolean pass(long count) {
    boolean whole = count <= length - position;
    position += Math.min(count, length - position);
    return whole;
  }

  @Override
  public Content passed(long from, long count) {
    return () -> new Slice(file, from, count);
  }

  /** Whether the window shows a byte at the position. */
  private boolean fill() throws IOException {
    long offset = position - windowAt;
    if (offset >= 0 && offset < window.limit()) {
      window.position((int) offset);
      return true;
    }
    windowAt = position;
    window.clear();
    int count = file.read(window, windowAt);
    window.flip();
    return count > 0;
  }
}
