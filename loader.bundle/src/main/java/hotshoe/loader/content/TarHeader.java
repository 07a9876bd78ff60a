package hotshoe.loader.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One block of a tar archive that says what follows it: the old form, POSIX's ustar, and GNU's.
 *
 * @param name the path, as it is written
 * @param mode the permissions
 * @param size how many bytes follow; never negative
 * @param type what it is, such as {@code '0'} for a file
 * @param target where a link leads
 */
record TarHeader(String name, int mode, long size, char type, String target) {

  /** Everything in a tar archive is in blocks of this length. */
  static final int LENGTH = 512;

  private static final int CHECKSUM = 148;
  private static final int CHECKSUM_LENGTH = 8;

  /** A block says something that cannot be. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  /** Whether this is a header: whether its checksum fits. */
  static boolean isOne(byte[] block) {
    return block.length >= LENGTH && !isEmpty(block) && hasItsChecksum(block);
  }

  /** Whether this block holds zeros only, as the last ones do. */
  static boolean isEmpty(byte[] block) {
    return Arrays.equals(block, new byte[block.length]);
  }

  static TarHeader of(byte[] block) throws Malformed {
    if (!hasItsChecksum(block)) {
      throw new Malformed("the checksum of a header does not fit");
    }
    String name = text(block, 0, 100);
    String prefix = isPosix(block) ? text(block, 345, 155) : "";
    char type = (char) (block[156] & 0xff);
    return new TarHeader(
        prefix.isEmpty() ? name : prefix + "/" + name,
        (int) number(block, 100, 8, "a mode") & 07777,
        number(block, 124, 12, "a size"),
        type == 0 ? '0' : type,
        text(block, 157, 100));
  }

  private static boolean isPosix(byte[] block) {
    return text(block, 257, 6, StandardCharsets.ISO_8859_1).equals("ustar");
  }

  private static boolean hasItsChecksum(byte[] block) {
    long sum = 0;
    for (int at = 0; at < LENGTH; at++) {
      boolean isSum = at >= CHECKSUM && at < CHECKSUM + CHECKSUM_LENGTH;
      sum += isSum ? ' ' : block[at] & 0xff;
    }
    try {
      return number(block, CHECKSUM, CHECKSUM_LENGTH, "a checksum") == sum;
    } catch (Malformed noNumber) {
      return false;
    }
  }

  /** Octal digits; or, for what is too large for them, the bytes of the number after a mark. */
  private static long number(byte[] block, int from, int length, String what) throws Malformed {
    if ((block[from] & 0x80) != 0) {
      return binary(block, from, length, what);
    }
    String digits = text(block, from, length, StandardCharsets.ISO_8859_1).strip();
    if (!digits.chars().allMatch(digit -> digit >= '0' && digit <= '7')) {
      throw new Malformed(what + " is not a number");
    }
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
  }

  private static long binary(byte[] block, int from, int length, String what) throws Malformed {
    if (block[from] != (byte) 0x80) {
      throw new Malformed(what + " is negative or absurd");
    }
    long value = 0;
    for (int at = from + 1; at < from + length; at++) {
      if (value > Long.MAX_VALUE >> 8) {
        throw new Malformed(what + " is absurd");
      }
      value = (value << 8) | (block[at] & 0xff);
    }
    return value;
  }

  private static String text(byte[] block, int from, int length) throws Malformed {
    try {
      return utf8(Arrays.copyOfRange(block, from, end(block, from, length)));
    } catch (CharacterCodingException noText) {
      throw new Malformed("a name is not in UTF-8");
    }
  }

  private static String text(byte[] block, int from, int length, Charset charset) {
    return new String(block, from, end(block, from, length) - from, charset);
  }

  private static int end(byte[] block, int from, int length) {
    int end = from;
    while (end < from + length && block[end] != 0) {
      end++;
    }
    return end;
  }

  /** Text in UTF-8 and in nothing else. */
  static String utf8(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
