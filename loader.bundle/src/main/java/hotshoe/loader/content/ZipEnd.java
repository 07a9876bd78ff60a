package hotshoe.loader.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A quick look at the end of a file: whether a zip archive's closing record is there. A file that
 * is still being copied mostly lacks it, so that it need not be read as a whole at every change.
 */
final class ZipEnd {

  private static final int SIGNATURE = 0x06054b50;
  private static final int LENGTH = 22;
  private static final int COMMENT_LIMIT = 0xffff;

  private ZipEnd() {}

  /** Whether the file ends as a zip archive does. */
  static boolean isPresent(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      int length = (int) Math.min(size, LENGTH + COMMENT_LIMIT);
      ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
      int count = 0;
      while (count >= 0 && tail.hasRemaining()) {
        count = channel.read(tail, size - length + tail.position());
      }
      return !tail.hasRemaining() && endsWithRecord(tail, size);
    }
  }

  private static boolean endsWithRecord(ByteBuffer tail, long size) {
    for (int at = tail.limit() - LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == SIGNATURE
          && at + LENGTH + unsigned(tail.getShort(at + 20)) == tail.limit()) {
        return directoryFits(tail, at, size);
      }
    }
    return false;
  }

  private static boolean directoryFits(ByteBuffer tail, int at, long size) {
    long length = Integer.toUnsignedLong(tail.getInt(at + 12));
    long offset = Integer.toUnsignedLong(tail.getInt(at + 16));
    boolean isZip64 = length == 0xffffffffL || offset == 0xffffffffL;
    return isZip64 || offset + length <= size - (tail.limit() - at);
  }

  private static int unsigned(short value) {
    return Short.toUnsignedInt(value);
  }
}
