package hotshoe.loader.signature;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A public key in minisign's format.
 *
 * @param name what the operator calls its owner: the name of its file without the ending
 * @param id its number
 * @param key for the Java platform
 */
record MinisignKey(String name, KeyId id, PublicKey key) {

  private static final int KEY_LENGTH = 32;

  /** What X.509 puts before the 32 bytes of an Ed25519 key (RFC 8410). */
  private static final String X509_PREFIX = "302a300506032b6570032100";

  MinisignKey {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(key, "key");
  }

  /** Reads a file that minisign wrote. */
  static MinisignKey parse(String name, byte[] file) throws Malformed {
    MinisignText text = new MinisignText(file);
    text.passComment();
    ByteBuffer bytes = text.bytes(2 + KeyId.LENGTH + KEY_LENGTH);
    text.end();
    String algorithm = MinisignText.algorithm(bytes);
    if (!algorithm.equals("Ed")) {
      throw new Malformed("it is not a key of Ed25519");
    }
    KeyId id = KeyId.read(bytes);
    return new MinisignKey(name, id, key(MinisignText.take(bytes, KEY_LENGTH)));
  }

  private static PublicKey key(byte[] raw) throws Malformed {
    byte[] encoded = HexFormat.of().parseHex(X509_PREFIX + HexFormat.of().formatHex(raw));
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException noPoint) {
      throw new Malformed("its bytes are no point of the curve");
    }
  }

  /** Whether this key made the signature of these bytes. */
  boolean verifies(byte[] signed, byte[] signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(signed);
      return check.verify(signature);
    } catch (SignatureException noSignature) {
      return false;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform of today has Ed25519", impossible);
    }
  }

  /** The owner and the number, for people. */
  String shown() {
    return name + " (key " + id + ")";
  }
}
