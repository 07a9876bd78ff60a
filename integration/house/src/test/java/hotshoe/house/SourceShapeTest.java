package hotshoe.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceShapeTest {

  @Test
  void aGoodSourceHasNoFindings() throws IOException {
    assertEquals(
        List.of(),
        found(
            """
            package a;
            /** A thing. */
            public final class Thing {
              private static final int LIMIT = 3;
              private static final java.util.Map<String, String> NAMES = java.util.Map.of();
              int size() { return LIMIT; }
              java.util.concurrent.Callable<Void> nothing() { return () -> null; }
              Void also() { return null; }
              class Inner {}
            }
            """));
  }

  @Test
  void aPublicTypeWithoutAWordIsFound() throws IOException {
    assertEquals(
        List.of("A.java:1: Thing is public and not explained"), found("public class Thing {}"));
    assertEquals(
        List.of("A.java:1: Thing is public and not explained"),
        found("public record Thing(int a) {}"));
  }

  @Test
  void nullAsAResultIsFoundAlsoInOneArmOfAChoice() throws IOException {
    assertEquals(
        List.of("A.java:2: returns null", "A.java:3: returns null"),
        found(
            "class A {\n String a() { return null; }\n String b(boolean c) { return c ? (\"\") : null; }\n}"));
  }

  @Test
  void nullWithAReasonIsAllowed() throws IOException {
    assertEquals(
        List.of(),
        found("class A {\n Object a() { return null; } // null: the tracker asks for it\n}"));
    assertEquals(
        List.of(),
        found("class A {\n Object a() {\n // null: the tracker asks for it\n return null; }\n}"));
  }

  @Test
  void anEmptyCatchIsFoundEvenWithACommentInIt() throws IOException {
    assertEquals(
        List.of("A.java:2: an empty catch"),
        found(
            "class A { void a() { try { a(); }\n catch (RuntimeException e) { /* never mind */ } } }"));
  }

  @Test
  void staticsThatCanChangeAreFound() throws IOException {
    assertEquals(
        List.of("A.java:2: the static count can change", "A.java:3: the static all can change"),
        found(
            """
            class A {
              static int count;
              static final java.util.Map<String, String> all = new java.util.HashMap<>();
              void a() { final int local = 1; int other = local; }
            }
            """));
  }

  @Test
  void aLongMethodIsFoundByItsLinesOfCode() throws IOException {
    assertEquals(
        List.of(),
        found(
            "class A { void a() {\n" + "a();\n\n// words\n/* more\nwords */\n".repeat(58) + "} }"));
    assertEquals(
        List.of("A.java:1: a has 61 lines of code"),
        found("class A { void a() {\n" + "a();\n".repeat(59) + "} }"));
  }

  @Test
  void aLongFileIsFoundByItsLinesOfCode() throws IOException {
    assertEquals(List.of(), found("class A {\n" + "int a;\n// words\n".repeat(398) + "}"));
    assertEquals(
        List.of("A.java: 401 lines of code"), found("class A {\n" + "int a;\n".repeat(399) + "}"));
  }

  @Test
  void whatLooksLikeACommentInAStringIsNone() {
    assertEquals(2, CodeLines.count("String a = \"/*\";\n// \"\nString b = \"*/\";"));
    assertEquals(3, CodeLines.count("a = \"\"\"\n // code\n \"\"\";"));
  }

  @Test
  void aFindingSaysWhatWhereWhyAndWhatToDo() throws IOException {
    String text = new SourceShape().check("A.java", "public class A {}").get(0).toString();
    assertTrue(text.matches("(?s)A\\.java:1: .+\n    why: .+\n    do:  .+"), text);
  }

  private static List<String> found(String source) throws IOException {
    return new SourceShape()
        .check("A.java", source).stream()
            .map(finding -> finding.where() + ": " + finding.what())
            .sorted()
            .toList();
  }
}
