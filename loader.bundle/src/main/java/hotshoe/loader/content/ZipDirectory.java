package hotshoe.loader.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * Where a zip archive's table of contents is, by the record at the archive's end.
 *
 * @param entries how many it lists
 * @param offset where it begins
 * @param length how long it is
 */
record ZipDirectory(long entries, long offset, long length) {

  /** The record at the end contradicts itself. */
  static final class Contradiction extends Exception {
    private static final long serialVersionUID = 1;

    Contradiction(String message) {
      super(message);
    }
  }

  /** Finds it; nothing, when the record is not the last thing of the file. */
  static Optional<ZipDirectory> find(FileChannel file) throws IOException, Contradiction {
    long size = file.size();
    int length = (int) Math.min(size, ZipFormat.END_LENGTH + ZipFormat.FULL16);
    ByteBuffer tail = bytes(file, size - length, length);
    for (int at = length - ZipFormat.END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == ZipFormat.END) {
        Optional<ZipDirectory> found = at(file, tail, at, size - length);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Some bytes of a file, in the order of zip archives; fewer than asked for only when the file is
   * shorter.
   */
  static ByteBuffer bytes(FileChannel file, long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    int count = 0;
    while (count >= 0 && bytes.hasRemaining()) {
      count = file.read(bytes, position + bytes.position());
    }
    return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Optional<ZipDirectory> at(FileChannel file, ByteBuffer tail, int at, long tailAt)
      throws IOException, Contradiction {
    int comment = Short.toUnsignedInt(tail.getShort(at + 20));
    int end = at + ZipFormat.END_LENGTH + comment;
    if (end > tail.limit()) {
      return Optional.empty();
    }
    ZipDirectory plain =
        new ZipDirectory(
            Short.toUnsignedInt(tail.getShort(at + 10)),
            Integer.toUnsignedLong(tail.getInt(at + 16)),
            Integer.toUnsignedLong(tail.getInt(at + 12)));
    if (end < tail.limit()) {
      if (plain.offset + plain.length == tailAt + at && plain.entries > 0) {
        throw new Contradiction("bytes follow its end");
      }
      return Optional.empty();
    }
    boolean severalDisks = tail.getInt(at + 4) != 0;
    boolean otherCount = tail.getShort(at + 8) != tail.getShort(at + 10);
    if (severalDisks || otherCount) {
      throw new Contradiction("it says that it is one part of several");
    }
    return Optional.of(plain.extended(file, tailAt + at));
  }

  /** With the numbers of the longer record for large archives, if there is one. */
  private ZipDirectory extended(FileChannel file, long end) throws IOException, Contradiction {
    long locatorAt = end - ZipFormat.LOCATOR64_LENGTH;
    ByteBuffer locator =
        bytes(file, Math.max(0, locatorAt), locatorAt < 0 ? 0 : ZipFormat.LOCATOR64_LENGTH);
    if (!locator.hasRemaining() || locator.getInt(0) != ZipFormat.LOCATOR64) {
      return ending(end);
    }
    long recordAt = locator.getLong(8);
    boolean inside = recordAt >= 0 && recordAt <= locatorAt - ZipFormat.END64_LENGTH;
    ByteBuffer record = bytes(file, inside ? recordAt : 0, inside ? ZipFormat.END64_LENGTH : 0);
    if (!inside
        || record.getInt(0) != ZipFormat.END64
        || record.getLong(4) != locatorAt - recordAt - 12
        || record.getLong(16) != 0
        || record.getLong(24) != record.getLong(32)) {
      throw new Contradiction("its record for large archives is wrong");
    }
    ZipDirectory large =
        new ZipDirectory(record.getLong(32), record.getLong(48), record.getLong(40));
    boolean same =
        fits(entries, ZipFormat.FULL16, large.entries)
            && fits(offset, ZipFormat.FULL32, large.offset)
            && fits(length, ZipFormat.FULL32, large.length);
    if (!same || large.entries < 0 || large.offset < 0 || large.length < 0) {
      throw new Contradiction("its two records at the end differ");
    }
    return large.ending(recordAt);
  }

  private ZipDirectory ending(long end) throws Contradiction {
    if (offset + length != end) {
      throw new Contradiction("its entries are not where its table of contents says");
    }
    return this;
  }

  private static boolean fits(long small, long full, long large) {
    return small == large || small == full;
  }
}
