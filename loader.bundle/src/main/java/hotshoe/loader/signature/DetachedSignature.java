package hotshoe.loader.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A signature in minisign's format: it lies beside what it signs.
 *
 * @param isHashed whether the BLAKE2b-512 of the archive was signed, or, as long ago, the archive
 * @param key which key is said to have made it
 * @param signature of the archive
 * @param comment the trusted comment, one byte a character
 * @param commentSignature of the signature and the comment
 */
record DetachedSignature(
    boolean isHashed, KeyId key, byte[] signature, String comment, byte[] commentSignature) {

  private static final int LENGTH = 64;

  /** Reads a file that minisign wrote, or says what is wrong with it. */
  static DetachedSignature parse(byte[] file) throws Malformed {
    MinisignText text = new MinisignText(file);
    text.passComment();
    ByteBuffer first = text.bytes(2 + KeyId.LENGTH + LENGTH);
    String comment = text.comment("trusted comment: ");
    ByteBuffer second = text.bytes(LENGTH);
    text.end();
    String algorithm = MinisignText.algorithm(first);
    if (!algorithm.equals("ED") && !algorithm.equals("Ed")) {
      throw new Malformed("its algorithm is neither ED nor Ed");
    }
    KeyId key = KeyId.read(first);
    return new DetachedSignature(
        algorithm.equals("ED"),
        key,
        MinisignText.take(first, LENGTH),
        comment,
        MinisignText.take(second, LENGTH));
  }

  /** What the second signature signs. */
  byte[] commented() {
    byte[] words = comment.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(signature.length + words.length).put(signature).put(words).array();
  }
}
