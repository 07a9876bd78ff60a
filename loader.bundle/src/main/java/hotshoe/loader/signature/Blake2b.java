package hotshoe.loader.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/** The hash that minisign signs. Bouncy Castle's classes are loaded when the first one is made. */
final class Blake2b {

  private static final int BITS = 512;
  private static final int PIECE = 1 << 16;

  private Blake2b() {}

  static byte[] of(Path file) throws IOException {
    Blake2bDigest digest = new Blake2bDigest(BITS);
    byte[] piece = new byte[PIECE];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int count = bytes.read(piece); count >= 0; count = bytes.read(piece)) {
        digest.update(piece, 0, count);
      }
    }
    byte[] hash = new byte[BITS / 8];
    digest.doFinal(hash, 0);
    return hash;
  }
}
