package hotshoe.xapi;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Broken declarations: a few thousand, the same ones every time; and one that doubles itself. */
class XapiFuzzTest {

  private static final String ODD = "{}[]:,\"'#&*!|>%@`-?\n\t 019.~=<\\$\u0000é\ufffe";

  @Test
  void noDeclarationMakesItThrow() throws IOException {
    for (String name : new String[] {"/calls.yaml", "/faults.yaml"}) {
      try (InputStream bytes = getClass().getResourceAsStream(name)) {
        broken(bytes.readAllBytes());
      }
    }
  }

  @Test
  void recordsThatDoubleWithEachLevelAreRefusedAtOnce() {
    StringBuilder text =
        new StringBuilder("calls: {a.b: {roles: [x], result: {type: r40 record}}}\n");
    text.append("records:\n  r0: {fields: [{name: a, type: int}]}\n");
    for (int i = 1; i <= 40; i++) {
      String below = "r" + (i - 1) + " record";
      text.append(
          "  r"
              + i
              + ": {fields: [{name: a, type: "
              + below
              + "}, {name: b, type: "
              + below
              + "}]}\n");
    }
    assertTimeout(
        Duration.ofSeconds(10),
        () -> XapiFuzzer.declaration(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static void broken(byte[] whole) {
    XapiFuzzer.declaration(whole);
    Random random = new Random(11);
    byte[] odd = ODD.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = whole.clone();
      int changes = 1 + random.nextInt(4);
      for (int i = 0; i < changes; i++) {
        bytes[random.nextInt(bytes.length)] = odd[random.nextInt(odd.length)];
      }
      int end = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
      XapiFuzzer.declaration(Arrays.copyOf(bytes, end));
    }
  }
}
