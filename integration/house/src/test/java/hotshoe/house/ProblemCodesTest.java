package hotshoe.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemCodesTest {

  private static final String DOCUMENT =
      """
      # Slices

      ### HS-SLICE-001

      Two slices have one name. Give one of them another name.

      ### HS-SLICE-002: too short

      Bah.

      ## Elsewhere
      This text, which is long enough for an explanation, belongs to no code.
      ### HS-HOST-001
      It stands in the wrong file, although it is long enough.
      """;

  @Test
  void codesAreFoundInStringsAndScriptsButNotInComments() {
    assertEquals(
        List.of("HS-SLICE-001", "HS-HOST-002"),
        ProblemCodes.used(
            "/** HS-SLICE-009 */ a(\"HS-SLICE-001\"); // HS-SLICE-008\necho HS-HOST-002: HS-SLICE-001"));
  }

  @Test
  void anEntryIsAHeadingAndTheTextBelowIt() {
    var entries = ProblemCodes.entries("slice.md", DOCUMENT);
    assertEquals(
        "Two slices have one name. Give one of them another name.",
        entries.get("HS-SLICE-001").text());
    assertEquals("Bah.", entries.get("HS-SLICE-002").text());
    assertEquals(3, entries.size());
  }

  @Test
  void whatDoesNotMatchIsFoundOnBothSides() {
    var entries = ProblemCodes.entries("slice.md", DOCUMENT);
    var used = Map.of("HS-SLICE-002", "A.java", "HS-HOST-001", "A.java", "HS-SLICE-004", "B.java");
    assertEquals(
        List.of(
            "B.java: HS-SLICE-004 is explained nowhere",
            "docs/problems/slice.md: HS-HOST-001 is explained in the wrong file",
            "docs/problems/slice.md: HS-SLICE-001 is explained but never reported",
            "docs/problems/slice.md: HS-SLICE-002 has no explanation"),
        ProblemCodes.compare(used, entries).stream()
            .map(finding -> finding.where() + ": " + finding.what())
            .sorted()
            .toList());
  }
}
