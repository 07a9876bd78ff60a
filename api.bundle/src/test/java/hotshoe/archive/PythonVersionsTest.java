package hotshoe.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;

/** Which versions of Python an extension takes. */
class PythonVersionsTest {

  @Test
  @Proves("UE-8")
  void theSixOperatorsDecideByNumbers() {
    decides(">=3.6", List.of("3.6.0", "3.10.0"), List.of("2.7.18", "3.5.9"));
    decides("<3.10", List.of("3.9.10"), List.of("3.10.0"));
    decides(">3.7", List.of("3.7.2", "3.8.0"), List.of("3.7", "3.7.0"));
    decides("<=3.9", List.of("3.9", "3.9.0"), List.of("3.9.1"));
    decides("==3", List.of("3.0.0"), List.of("3.6.0"));
    decides("==3.11", List.of("3.11.0"), List.of("3.11.9"));
    decides("!=3.9.1", List.of("3.9.10"), List.of("3.9.1"));
  }

  @Test
  @Proves("UE-9")
  void clausesMustAllHoldAndBlanksAreAllowed() {
    decides(">=3.6,<3.9", List.of("3.8.10"), List.of("3.9.0", "3.5.0"));
    decides("  >= 3.6 ,\t!= 3.8.* , ", List.of("3.9.1"), List.of("3.8.10", "3.5.0"));
    decides("", List.of("2.6.0", "3.14.0"), List.of());
  }

  @Test
  @Proves("UE-10")
  void wildcardsDecideByComponent() {
    for (String star : List.of("*", ".*")) {
      decides("==2.7" + star, List.of("2.7", "2.7.18"), List.of("3.0.0", "2.70.0", "2.6.9"));
      decides("!=3" + star, List.of("2.7.18", "30.0.0"), List.of("3.0.0", "3.12.1"));
      decides("==3" + star, List.of("3.0.0", "3.12.1"), List.of("2.7.18", "4.0.0"));
      decides("!=3.9.1" + star, List.of("3.9.0", "3.8.1", "3.9.10"), List.of("3.9.1"));
    }
    decides("==*", List.of("2.7.0", "3.9.0"), List.of());
    assertEquals(List.of("!=3.9.1.*", "==3.*"), PythonVersions.unclear(" !=3.9.1*,==3*,==2.* ,>3"));
  }

  @Test
  @Proves("UE-11")
  void whatTheGrammarLacksIsRefusedQuotingTheClause() {
    Map.of(
            "~=3.6", "'~=3.6': ~= is not among",
            ">=3,3.6", "'3.6': it does not begin with",
            ">=3.*", "'>=3.*': '*' goes with == and != only",
            "===3.6", "'===3.6': === is not among",
            ">=3.6.1.2", "'>=3.6.1.2': a version is one to three numbers",
            ">=3.8.0b1", "'>=3.8.0b1': a version",
            ",>=3", "'': it does not begin with",
            "==", "'==': a version",
            ">=99999999999", "'>=99999999999': a version")
        .forEach(
            (text, words) -> {
              String message =
                  assertThrows(IllegalArgumentException.class, () -> PythonVersions.parse(text))
                      .getMessage();
              assertTrue(message.startsWith(words), message);
            });
    assertTrue(PythonVersions.parse(PythonVersions.DEFAULT).matches(new Version("2.7.0")));
  }

  @Test
  void theFilterDecidesAsTheClausesDo() throws InvalidSyntaxException {
    Random random = new Random(8);
    for (int i = 0; i < 20_000; i++) {
      PythonVersions versions = PythonVersions.parse(clauses(random));
      Version version = new Version(random.nextInt(5), random.nextInt(12), random.nextInt(12));
      assertEquals(
          versions.matches(version),
          filtered(versions, version, "python"),
          () -> versions + " and " + version);
      assertFalse(filtered(versions, version, "perl"));
    }
  }

  @Test
  void whateverIsWrittenItIsReadOrRefused() {
    Random random = new Random(9);
    String letters = "=!<>~*., 0139\ta";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      try {
        PythonVersions.parse(text.toString()).requirement();
      } catch (IllegalArgumentException refused) {
        assertTrue(refused.getMessage().startsWith("'"), refused::getMessage);
      }
    }
  }

  private static String clauses(Random random) {
    StringBuilder text = new StringBuilder();
    for (int count = random.nextInt(4); count > 0; count--) {
      boolean wildcard = random.nextInt(3) == 0;
      List<String> signs =
          wildcard ? List.of("==", "!=") : List.of("==", "!=", "<", "<=", ">", ">=");
      text.append(signs.get(random.nextInt(signs.size()))).append(random.nextInt(5));
      for (int more = random.nextInt(3); more > 0; more--) {
        text.append('.').append(random.nextInt(12));
      }
      text.append(wildcard ? random.nextBoolean() ? "*" : ".*" : "").append(count > 1 ? "," : "");
    }
    return text.toString();
  }

  private static void decides(String text, List<String> fitting, List<String> unfit) {
    PythonVersions versions = PythonVersions.parse(text);
    fitting.forEach(version -> check(versions, version, true));
    unfit.forEach(version -> check(versions, version, false));
  }

  private static void check(PythonVersions versions, String version, boolean expected) {
    assertEquals(expected, versions.matches(new Version(version)), versions + " and " + version);
    try {
      assertEquals(expected, filtered(versions, new Version(version), "python"), version);
    } catch (InvalidSyntaxException malformed) {
      throw new AssertionError(malformed);
    }
  }

  private static boolean filtered(PythonVersions versions, Version version, String language)
      throws InvalidSyntaxException {
    return FrameworkUtil.createFilter(versions.requirement().filter())
        .matches(Map.of("language", language, "version", version));
  }
}
