package hotshoe.universal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Broken manifests, templates and archives: a few thousand of each, the same ones every time. */
class UniversalFuzzTest {

  private static final int ROUNDS = 3000;
  private static final String ODD = "{}[]:,\"'#&*!|>%@`-?\n\t 019.~=<\\$\u0000é\ufffe";

  @Test
  void noManifestMakesItThrow() {
    String manifest =
        Archive.GOOD
            + "  requires_python: '>=3.6,!=3.9.1*'\n  zip_safe: no\n"
            + "  python_extra_paths: ${extension_zip}/lib\nowner: {name: me}\n"
            + "hotshoe: {requires: {os: [linux], platform: '[1,2)'}}\n";
    broken(manifest.getBytes(StandardCharsets.UTF_8), UniversalFuzzer::manifest);
  }

  @Test
  void noTemplateMakesItThrow() throws IOException {
    try (InputStream bytes = getClass().getResourceAsStream("/template.json")) {
      broken(bytes.readAllBytes(), UniversalFuzzer::template);
    }
  }

  @Test
  void noArchiveInAPackageMakesItThrow() {
    broken(Archive.of(Archive.GOOD).with("lib/x.py", "x = 1\n").bytes(), UniversalFuzzer::inner);
  }

  private static void broken(byte[] whole, Consumer<byte[]> taker) {
    taker.accept(whole);
    Random random = new Random(11);
    byte[] odd = ODD.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = whole.clone();
      int changes = 1 + random.nextInt(4);
      for (int i = 0; i < changes; i++) {
        bytes[random.nextInt(bytes.length)] = odd[random.nextInt(odd.length)];
      }
      int end = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
      taker.accept(java.util.Arrays.copyOf(bytes, end));
    }
  }
}
