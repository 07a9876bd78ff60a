package hotshoe.loader.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line of a zip archive's table of contents.
 *
 * @param rawName the name's bytes
 * @param name the name, as it is written
 * @param host the system whose permissions it has
 * @param flags what else there is to know
 * @param method how it is compressed
 * @param checksum its CRC-32
 * @param packed its size in the archive
 * @param size its size
 * @param attributes its permissions, as the host writes them
 * @param offset where it is
 */
record ZipMember(
    byte[] rawName,
    String name,
    int host,
    int flags,
    int method,
    int checksum,
    long packed,
    long size,
    int attributes,
    long offset) {

  private static final int UNIX = 3;
  private static final int DARWIN = 19;
  private static final int TYPE = 0170000;
  private static final int FILE = 0100000;
  private static final int FOLDER = 0040000;
  private static final int LINK = 0120000;

  /** A line says something that cannot be. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  /** Reads the next line. */
  static ZipMember read(ByteBuffer table) throws Malformed {
    int at = table.position();
    if (table.remaining() < ZipFormat.CENTRAL_LENGTH || table.getInt(at) != ZipFormat.CENTRAL) {
      throw new Malformed("its table of contents ends early");
    }
    int nameLength = Short.toUnsignedInt(table.getShort(at + 28));
    int extraLength = Short.toUnsignedInt(table.getShort(at + 30));
    int length =
        ZipFormat.CENTRAL_LENGTH
            + nameLength
            + extraLength
            + Short.toUnsignedInt(table.getShort(at + 32));
    if (table.remaining() < length) {
      throw new Malformed("its table of contents ends early");
    }
    table.position(at + length);
    int nameAt = at + ZipFormat.CENTRAL_LENGTH;
    byte[] rawName = Arrays.copyOfRange(table.array(), nameAt, nameAt + nameLength);
    ZipExtra extra = ZipExtra.of(table, nameAt + nameLength, extraLength);
    extra.checkName(rawName);
    long size = extra.number(Integer.toUnsignedLong(table.getInt(at + 24)));
    long packed = extra.number(Integer.toUnsignedLong(table.getInt(at + 20)));
    long offset = extra.number(Integer.toUnsignedLong(table.getInt(at + 42)));
    if (table.getShort(at + 34) != 0) {
      throw new Malformed("an entry lies in another part of several");
    }
    return new ZipMember(
        rawName,
        text(rawName),
        Short.toUnsignedInt(table.getShort(at + 4)) >> 8,
        Short.toUnsignedInt(table.getShort(at + 8)),
        Short.toUnsignedInt(table.getShort(at + 10)),
        table.getInt(at + 16),
        packed,
        size,
        table.getInt(at + 38),
        offset);
  }

  private static String text(byte[] rawName) throws Malformed {
    try {
      return TarHeader.utf8(rawName);
    } catch (CharacterCodingException noText) {
      String shown = new String(rawName, StandardCharsets.ISO_8859_1);
      throw new Malformed("the name '" + ContentProblems.shown(shown) + "' is not in UTF-8");
    }
  }

  boolean isFolder() {
    return name.endsWith("/");
  }

  boolean isLink() {
    return (mode() & TYPE) == LINK;
  }

  boolean isExecutable() {
    return (mode() & 0100) != 0;
  }

  boolean isEncrypted() {
    return (flags & ZipFormat.ENCRYPTED) != 0;
  }

  boolean isDescribedLater() {
    return (flags & ZipFormat.DESCRIBED) != 0;
  }

  /** Whether it is a device, a pipe or the like. */
  boolean isSpecial() {
    int type = type();
    return type != 0 && type != FILE && type != FOLDER && type != LINK;
  }

  /** Whether its name and its permissions disagree about its being a folder. */
  boolean isAmbiguous() {
    int type = type();
    return type == FOLDER ? !isFolder() : type != 0 && isFolder();
  }

  /** Old Maven wrote folders as file and folder at once, which by the book is a socket. */
  private int type() {
    int type = mode() & TYPE;
    return isFolder() && type == (FILE | FOLDER) ? FOLDER : type;
  }

  private int mode() {
    return host == UNIX || host == DARWIN ? attributes >>> 16 : 0;
  }
}
