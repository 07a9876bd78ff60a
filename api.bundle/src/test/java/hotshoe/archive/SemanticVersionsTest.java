package hotshoe.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

/** What becomes of semantic versions. */
class SemanticVersionsTest {

  @Test
  void theyBecomeVersionsOfOsgi() {
    assertEquals(new Version("1.2.0"), SemanticVersions.parse("1.2.0"));
    assertEquals(new Version("1.2.0.rc_1"), SemanticVersions.parse("1.2.0-rc.1+build.7"));
    assertEquals(new Version("1.2.0"), SemanticVersions.parse("1.2.0+007"));
    assertEquals(new Version("1.0.0.x-y-z_--"), SemanticVersions.parse("1.0.0-x-y-z.--"));
    for (String text : List.of("1.2.0", "1.2.0-rc.1", "0.0.0-0", "1.0.0-0a.b-c")) {
      assertEquals(text, SemanticVersions.text(SemanticVersions.parse(text)));
    }
  }

  @Test
  void whatIsNoneIsRefusedQuotingIt() {
    for (String text :
        List.of(
            "1",
            "1.0",
            "v1.0.0",
            "01.0.0",
            "1.0.0-",
            "1.0.0-01",
            "1.0.0-a..b",
            "1.0.0+",
            "1.0.0-ü",
            "1.0.0.1",
            " 1.0.0",
            "1.0.0\n",
            "9999999999.0.0",
            "",
            "9".repeat(1 << 20))) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> SemanticVersions.parse(text), text)
              .getMessage();
      assertTrue(message.startsWith("'") && message.length() < 120, message);
    }
  }

  @Test
  void theirOrderIsThatOfTheirAuthors() {
    List<String> rising =
        List.of(
            "0.9.0",
            "1.0.0-1",
            "1.0.0-9",
            "1.0.0-10",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.0.1-alpha",
            "1.10.0",
            "2.0.0");
    for (int i = 0; i < rising.size(); i++) {
      for (int j = 0; j < rising.size(); j++) {
        Version one = SemanticVersions.parse(rising.get(i));
        Version other = SemanticVersions.parse(rising.get(j));
        assertEquals(
            Integer.signum(Integer.compare(i, j)),
            Integer.signum(SemanticVersions.ORDER.compare(one, other)),
            rising.get(i) + " and " + rising.get(j));
      }
    }
    assertEquals(
        0,
        SemanticVersions.ORDER.compare(
            SemanticVersions.parse("1.0.0+1"), SemanticVersions.parse("1.0.0+2")));
  }
}
