package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The fixture itself. */
class ExtensionJarTest {
  @Test
  void equalDescriptionsGiveEqualBytes() {
    assertArrayEquals(jar().bytes(), jar().bytes());
  }

  @Test
  void fiveHundredBundlesAreMadeInMomentsSoThatTestsCanAffordThem() {
    long begun = System.nanoTime();
    for (int number = 0; number < 500; number++) {
      assertTrue(ExtensionJar.named("made" + number).slice("one").bytes().length > 1000);
    }
    assertTrue(System.nanoTime() - begun < 30_000_000_000L);
  }

  private static ExtensionJar jar() {
    return ExtensionJar.named("alpha")
        .slice("one", slice -> slice.dependsOn("alpha.two"))
        .slice("two");
  }
}
