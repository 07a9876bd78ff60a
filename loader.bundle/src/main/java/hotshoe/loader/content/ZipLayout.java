package hotshoe.loader.content;

import hotshoe.loader.content.ZipMember.Malformed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Whether every way to read a zip archive finds the same in it. One may go by the table of contents
 * at its end, or by the headers in front of the entries; so both must say the same, and every byte
 * must belong to one entry.
 */
final class ZipLayout {

  private final FileChannel file;

  ZipLayout(FileChannel file) {
    this.file = file;
  }

  void check(ZipDirectory directory, List<ZipMember> members) throws IOException, Malformed {
    List<ZipMember> inOrder =
        members.stream().sorted(Comparator.comparingLong(ZipMember::offset)).toList();
    long end = 0;
    for (int at = 0; at < inOrder.size(); at++) {
      ZipMember member = inOrder.get(at);
      long next = at + 1 < inOrder.size() ? inOrder.get(at + 1).offset() : directory.offset();
      if (member.offset() != end) {
        throw new Malformed("something lies in front of the entry '" + shown(member) + "'");
      }
      end = end(member, next);
    }
    if (end != directory.offset()) {
      throw new Malformed("something lies in front of its table of contents");
    }
  }

  /** Where an entry ends, which must be where the next thing begins. */
  private long end(ZipMember member, long next) throws IOException, Malformed {
    long data = member.offset() + checkHeader(member, next);
    long end = data + member.packed();
    if (member.packed() < 0 || end < data || end > next) {
      throw new Malformed("the entry '" + shown(member) + "' reaches into the one after it");
    }
    if (end == next) {
      return end;
    }
    if (!member.isDescribedLater() || !isDescriptor(member, end, next - end)) {
      throw new Malformed("something lies behind the entry '" + shown(member) + "'");
    }
    return next;
  }

  /** The length of the header in front of the entry, which must say the same. */
  private long checkHeader(ZipMember member, long next) throws IOException, Malformed {
    int least = ZipFormat.LOCAL_LENGTH + member.rawName().length;
    ByteBuffer header =
        next - member.offset() < least
            ? ByteBuffer.allocate(0)
            : ZipDirectory.bytes(file, member.offset(), least);
    if (header.limit() < least || header.getInt(0) != ZipFormat.LOCAL) {
      throw new Malformed("the entry '" + shown(member) + "' is not where it should be");
    }
    int nameLength = Short.toUnsignedInt(header.getShort(26));
    int extraLength = Short.toUnsignedInt(header.getShort(28));
    byte[] name = Arrays.copyOfRange(header.array(), ZipFormat.LOCAL_LENGTH, least);
    int flags = Short.toUnsignedInt(header.getShort(6));
    boolean same =
        nameLength == member.rawName().length
            && Arrays.equals(name, member.rawName())
            && Short.toUnsignedInt(header.getShort(8)) == member.method()
            && ((flags ^ member.flags()) & (ZipFormat.ENCRYPTED | ZipFormat.DESCRIBED)) == 0
            && hasSameSizes(member, header, extraLength);
    if (!same) {
      throw new Malformed("two places say different things of the entry '" + shown(member) + "'");
    }
    return (long) least + extraLength;
  }

  private boolean hasSameSizes(ZipMember member, ByteBuffer header, int extraLength)
      throws IOException, Malformed {
    int checksum = header.getInt(14);
    long packed = Integer.toUnsignedLong(header.getInt(18));
    long size = Integer.toUnsignedLong(header.getInt(22));
    if (member.isDescribedLater() && checksum == 0 && packed % ZipFormat.FULL32 == 0) {
      return true;
    }
    if (packed == ZipFormat.FULL32 || size == ZipFormat.FULL32) {
      ByteBuffer fields = ZipDirectory.bytes(file, member.offset() + header.limit(), extraLength);
      ZipExtra extra = ZipExtra.of(fields, 0, fields.limit());
      size = extra.number(size);
      packed = extra.number(packed);
    }
    return checksum == member.checksum() && packed == member.packed() && size == member.size();
  }

  /** What follows an entry whose size was not known when its header was written. */
  private boolean isDescriptor(ZipMember member, long at, long length)
      throws IOException, Malformed {
    boolean isMarked = length == 16 || length == 24;
    if (!isMarked && length != 12 && length != 20) {
      return false;
    }
    ByteBuffer bytes = ZipDirectory.bytes(file, at, (int) length);
    int from = isMarked ? 4 : 0;
    boolean isLarge = length >= 20;
    return bytes.limit() == length
        && (!isMarked || bytes.getInt(0) == ZipFormat.DESCRIPTOR)
        && bytes.getInt(from) == member.checksum()
        && number(bytes, from + 4, isLarge) == member.packed()
        && number(bytes, from + (isLarge ? 12 : 8), isLarge) == member.size();
  }

  private static long number(ByteBuffer bytes, int at, boolean isLarge) {
    return isLarge ? bytes.getLong(at) : Integer.toUnsignedLong(bytes.getInt(at));
  }

  private static String shown(ZipMember member) {
    return ContentProblems.shown(member.name());
  }
}
