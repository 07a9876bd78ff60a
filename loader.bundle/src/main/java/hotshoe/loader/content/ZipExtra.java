package hotshoe.loader.content;

import hotshoe.loader.content.ZipMember.Malformed;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The extra fields of a zip entry, as far as they say its size, its place or its name again. */
final class ZipExtra {

  private static final int LARGE = 0x0001;
  private static final int UNICODE_PATH = 0x7075;

  private final ByteBuffer fields;
  private final int largeAt;
  private final int largeEnd;
  private final int nameAt;
  private final int nameEnd;
  private int taken;

  private ZipExtra(ByteBuffer fields, int largeAt, int largeEnd, int nameAt, int nameEnd) {
    this.fields = fields;
    this.largeAt = largeAt;
    this.largeEnd = largeEnd;
    this.nameAt = nameAt;
    this.nameEnd = nameEnd;
  }

  /** Looks through the fields. Old tools leave a few bytes at the end that are no field. */
  static ZipExtra of(ByteBuffer bytes, int from, int length) throws Malformed {
    int large = 0;
    int largeEnd = 0;
    int name = 0;
    int nameEnd = 0;
    int at = from;
    while (at + 4 <= from + length) {
      int kind = Short.toUnsignedInt(bytes.getShort(at));
      int end = at + 4 + Short.toUnsignedInt(bytes.getShort(at + 2));
      boolean again = (kind == LARGE && large > 0) || (kind == UNICODE_PATH && name > 0);
      if (again || ((kind == LARGE || kind == UNICODE_PATH) && end > from + length)) {
        throw new Malformed("the extra fields of an entry are wrong");
      }
      if (kind == LARGE) {
        large = at + 4;
        largeEnd = end;
      } else if (kind == UNICODE_PATH) {
        name = at + 4;
        nameEnd = end;
      }
      at = end;
    }
    return new ZipExtra(bytes, large, largeEnd, name, nameEnd);
  }

  /** The number; or, if it is too large for its place, the next one in the field for such. */
  long number(long small) throws Malformed {
    if (small != ZipFormat.FULL32) {
      return small;
    }
    int at = largeAt + taken;
    if (largeAt == 0 || at + 8 > largeEnd || fields.getLong(at) < 0) {
      throw new Malformed("the size or the place of a large entry is wrong");
    }
    taken += 8;
    return fields.getLong(at);
  }

  /** Some programs go by the name in the extra field, some by the plain one. */
  void checkName(byte[] rawName) throws Malformed {
    int from = nameAt + 5;
    if (nameAt > 0
        && (from > nameEnd
            || !Arrays.equals(Arrays.copyOfRange(fields.array(), from, nameEnd), rawName))) {
      throw new Malformed("an entry has two names");
    }
  }
}
