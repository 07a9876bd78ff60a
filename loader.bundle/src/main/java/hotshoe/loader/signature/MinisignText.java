package hotshoe.loader.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The form that minisign's keys and signatures have in common: lines of a comment and of Base64. A
 * character of the text is a byte of the file, so nothing is lost that was signed.
 */
final class MinisignText {

  /** More than minisign itself reads of a signature: two comments, of 1 KB and 8 KB. */
  static final int MAXIMUM_BYTES = 16_384;

  private static final String UNTRUSTED = "untrusted comment: ";

  private final String[] lines;
  private int next;

  MinisignText(byte[] bytes) throws Malformed {
    if (bytes.length > MAXIMUM_BYTES) {
      throw new Malformed("it has more than " + MAXIMUM_BYTES + " bytes");
    }
    this.lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
  }

  /** Passes over the comment that everything of minisign begins with and that nobody signed. */
  void passComment() throws Malformed {
    comment(UNTRUSTED);
  }

  /** What follows these words on the next line. */
  String comment(String words) throws Malformed {
    String line = line();
    if (!line.startsWith(words)) {
      throw new Malformed("line " + next + " does not begin with '" + words + "'");
    }
    return line.substring(words.length());
  }

  /** So many bytes, written as Base64 on the next line. */
  ByteBuffer bytes(int count) throws Malformed {
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(line());
    } catch (IllegalArgumentException noBase64) {
      throw new Malformed("line " + next + " is not Base64");
    }
    if (decoded.length != count) {
      throw new Malformed("line " + next + " holds " + decoded.length + " bytes, not " + count);
    }
    return ByteBuffer.wrap(decoded);
  }

  /** Makes sure that nothing follows. */
  void end() throws Malformed {
    while (next < lines.length) {
      if (!line().isBlank()) {
        throw new Malformed("line " + next + " is one too many");
      }
    }
  }

  private String line() throws Malformed {
    if (next == lines.length) {
      throw new Malformed("it ends after line " + next);
    }
    return lines[next++];
  }

  /** Two letters that say how something was made. */
  static String algorithm(ByteBuffer bytes) {
    return "" + (char) (bytes.get() & 0xff) + (char) (bytes.get() & 0xff);
  }

  static byte[] take(ByteBuffer bytes, int count) {
    byte[] taken = new byte[count];
    bytes.get(taken);
    return taken;
  }
}
