package hotshoe.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;

/** Which versions of a home system an extension takes. */
class PlatformVersionsTest {

  @Test
  void aLeastVersionIsAsked() {
    assertEquals(
        new Requirement("hotshoe.platform", "(&(platform=cloudstack)(version>=4.23.0))"),
        PlatformVersions.between("cloudstack", Optional.of("4.23.0"), Optional.empty())
            .requirement());
    decides("4.20", "4.20.0 4.20.1 5.0.0", "4.19.9 4.2.0");
    decides("4.20.0.0", "4.20.0", "4.19.9");
    decides("4.20.0.1", "4.20.1", "4.20.0");
    decides("4.23.0-SNAPSHOT", "4.23.0", "4.22.9");
  }

  @Test
  void aGreatestVersionIncludesItsParts() {
    PlatformVersions most =
        PlatformVersions.between("cloudstack", Optional.of("4.20"), Optional.of("4.22"));
    check(most, "4.20.0 4.22.7", true);
    check(most, "4.23.0 4.19.0", false);
  }

  @Test
  void aRangeIsWrittenAsInOsgi() {
    decides("[4.20,5)", "4.20.0 4.99.0", "5.0.0 4.19.0");
    decides("(4.20,4.22]", "4.21.0 4.22.9", "4.20.0 4.20.5 4.23.0");
    decides("[,4.22.1]", "1.0.0 4.22.1", "4.22.2");
    decides(" [ 4.20 , ) ", "9.0.0", "4.19.9");
    decides("(,)", "0.0.0", "");
  }

  @Test
  void anApiLevelIsThreeNumbers() {
    assertEquals(
        "(&(platform=universal)(version>=1.4.0))",
        PlatformVersions.level("universal", "1.4.0").requirement().filter());
    for (String text : List.of("1.4", "1.4.0.0", "1.4.x", "", "1.4.0 ", "-1.0.0")) {
      assertThrows(
          IllegalArgumentException.class, () -> PlatformVersions.level("universal", text), text);
    }
  }

  @Test
  void whatIsNoVersionIsQuoted() {
    for (String text : List.of("four", "4.", "4.20)(x=1", "[4.20", "4.1.1.1.1", "*", "[a,b]")) {
      String message =
          assertThrows(
                  IllegalArgumentException.class, () -> PlatformVersions.range("cloudstack", text))
              .getMessage();
      assertTrue(message.contains("is not a version such as 4.23.0"), message);
    }
  }

  @Test
  void theFilterDecidesAsTheBoundsDo() throws InvalidSyntaxException {
    Random random = new Random(38);
    for (int i = 0; i < 20_000; i++) {
      String range =
          "[(".charAt(random.nextInt(2))
              + version(random)
              + ","
              + version(random)
              + ")]".charAt(random.nextInt(2));
      PlatformVersions versions = PlatformVersions.range("cloudstack", range);
      Version version = new Version(random.nextInt(4), random.nextInt(4), random.nextInt(4));
      assertEquals(
          versions.matches(version), filtered(versions, version), () -> range + " and " + version);
    }
  }

  private static String version(Random random) {
    StringBuilder text = new StringBuilder();
    for (int count = random.nextInt(5); count > 0; count--) {
      text.append(text.length() > 0 ? "." : "").append(random.nextInt(4));
    }
    return text.toString();
  }

  private static void decides(String range, String fitting, String unfit) {
    PlatformVersions versions = PlatformVersions.range("cloudstack", range);
    check(versions, fitting, true);
    check(versions, unfit, false);
  }

  private static void check(PlatformVersions versions, String list, boolean expected) {
    for (String text : list.split(" ")) {
      if (!text.isEmpty()) {
        Version version = new Version(text);
        assertEquals(expected, versions.matches(version), versions + " and " + version);
        try {
          assertEquals(expected, filtered(versions, version), versions + " and " + version);
        } catch (InvalidSyntaxException malformed) {
          throw new AssertionError(malformed);
        }
      }
    }
  }

  private static boolean filtered(PlatformVersions versions, Version version)
      throws InvalidSyntaxException {
    return FrameworkUtil.createFilter(versions.requirement().filter())
        .matches(Map.of("platform", "cloudstack", "version", version));
  }
}
