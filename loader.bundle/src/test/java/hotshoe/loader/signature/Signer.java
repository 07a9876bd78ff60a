package hotshoe.loader.signature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** Signs as minisign does, by the Ed25519 of the platform; also what minisign would not. */
public final class Signer {

  private static final int X509_PREFIX = 12;

  private final long id;
  private final KeyPair pair;

  /** Somebody with a new key of this number. */
  public Signer(long id) throws GeneralSecurityException {
    this.id = id;
    this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  /** The text of a {@code .pub} file. */
  String publicKey() {
    byte[] raw = pair.getPublic().getEncoded();
    return "untrusted comment: minisign public key\n"
        + base64("Ed", Arrays.copyOfRange(raw, X509_PREFIX, raw.length))
        + "\n";
  }

  /** Makes somebody trust this key. */
  public void trustIn(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".pub"), publicKey());
  }

  /** A signature of the archive's BLAKE2b. */
  String sign(Path archive, String comment) throws Exception {
    return text("ED", sign(Blake2b.of(archive)), comment);
  }

  /** A signature of the archive itself. */
  public String signOldWay(Path archive, String comment) throws Exception {
    return text("Ed", sign(Files.readAllBytes(archive)), comment);
  }

  private String text(String algorithm, byte[] signature, String comment) throws Exception {
    byte[] words = comment.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(signature, signature.length + words.length);
    System.arraycopy(words, 0, all, signature.length, words.length);
    return "untrusted comment: by a test\n"
        + base64(algorithm, signature)
        + "\ntrusted comment: "
        + comment
        + "\n"
        + Base64.getEncoder().encodeToString(sign(all))
        + "\n";
  }

  private byte[] sign(byte[] bytes) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(bytes);
    return signature.sign();
  }

  private String base64(String algorithm, byte[] bytes) {
    ByteBuffer all = ByteBuffer.allocate(10 + bytes.length).order(ByteOrder.LITTLE_ENDIAN);
    all.put(algorithm.getBytes(StandardCharsets.US_ASCII)).putLong(id).put(bytes);
    return Base64.getEncoder().encodeToString(all.array());
  }
}
