package hotshoe.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The loader hashes what minisign signed with just the classes that its bundle carries. */
class CarriedHashTest {

  /** Of RFC 7693, appendix A. */
  private static final String OF_ABC =
      "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
          + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923";

  private static final Path BUNDLES = Path.of("target/nested/hotshoe/runtime/bundles");

  @Test
  void blake2b_is_whole_in_the_bundle_of_the_loader() throws Exception {
    URL[] alone = {bundle().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(alone, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = loader.loadClass("org.bouncycastle.crypto.digests.Blake2bDigest");
      Object digest = type.getConstructor(int.class).newInstance(512);
      byte[] text = "abc".getBytes(StandardCharsets.US_ASCII);
      type.getMethod("update", byte[].class, int.class, int.class).invoke(digest, text, 0, 3);
      byte[] hash = new byte[64];
      type.getMethod("doFinal", byte[].class, int.class).invoke(digest, hash, 0);
      assertEquals(OF_ABC, HexFormat.of().formatHex(hash));
    }
  }

  private static Path bundle() throws IOException {
    try (var bundles = Files.newDirectoryStream(BUNDLES, "hotshoe.loader*.jar")) {
      return bundles.iterator().next();
    }
  }
}
