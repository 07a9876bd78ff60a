package hotshoe.core.resource;

import static hotshoe.core.resource.Registry.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.problem.Problem;
import hotshoe.resource.Filter;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceRulesTest {
  @TempDir Path data;

  private Resources resources() {
    return new Registry(data).open();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../Host",
        "a/b",
        "a\\b",
        ".hidden",
        "Host.json",
        "Ho st",
        "Höst",
        "Host\u0000",
        "-x",
        "9"
      })
  void aKindThatCouldBeAPathOrNoFileNameIsRefused(String kind) throws IOException {
    assertEquals("HS-RESOURCE-001", codeFor(Resource.of(kind, "1", "one")));
    assertNothingWasWritten();
  }

  @Test
  void aKindOfTooManyLettersIsRefused() {
    assertEquals("HS-RESOURCE-001", codeFor(Resource.of("K".repeat(101), "1", "one")));
    resources().put(Resource.of("K".repeat(100), "1", "one"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " one", "one ", "o\nne", "one\u0007", "\ud800", "a\udc00b"})
  void anIdentifierANameAndAKeyHaveAFormThatEveryDoorCanShow(String text) throws IOException {
    assertEquals("HS-RESOURCE-002", codeFor(Resource.of("Host", text, "one")));
    assertEquals("HS-RESOURCE-002", codeFor(Resource.of("Host", "1", text)));
    Resource keyed = Resource.of("Host", "1", "one").with(text, Detail.visible("x"));
    assertEquals("HS-RESOURCE-002", codeFor(keyed));
    assertNothingWasWritten();
  }

  @Test
  void anIdentifierMayLookLikeAPathForItIsNone() {
    Resource path = Resource.of("Host", "../../etc/passwd", "OpaqueRef:ee5f \ud83d\ude00");
    resources().put(path);
    assertEquals(List.of(path), resources().list(Filter.ALL));
  }

  @Test
  void aValueOfTenMegabytesAndHalfACharacterAreRefusedAndNotQuoted() {
    Resource resource =
        Resource.of("Host", "1", "one")
            .with("long", Detail.secret("s3cret".repeat(1_800_000)))
            .with("half", Detail.secret("s3cret\ud800"));
    List<Problem> problems = refused(() -> resources().put(resource));
    assertEquals(2, problems.size(), "all at once");
    assertTrue(problems.stream().noneMatch(it -> it.sentence().contains("s3cret")));
  }

  @Test
  void allFaultsOfAllResourcesAreToldTogetherAndNoneIsPut() {
    List<Resource> faulty =
        List.of(
            Resource.of("Host", "1", "one"),
            Resource.of("../x", "", "two"),
            Resource.of("Host", "3", ""));
    assertEquals(3, refused(() -> resources().putAll(faulty)).size());
    assertEquals(List.of(), resources().list(Filter.ALL));
  }

  @Test
  void hostileTextOfAnyLengthMakesAShortMessageOnOneLine() {
    String hostile = "x\n".repeat(5_000_000);
    String message =
        refused(() -> resources().put(Resource.of(hostile, "1", "one"))).get(0).sentence();
    assertTrue(message.length() < 400, "" + message.length());
    assertFalse(message.contains("\n"));
  }

  @Test
  void noNameMovesTheCursorOfWhoReadsTheMessage() {
    String hostile = "x\u009b2Jy\u202ez";
    String message =
        refused(() -> resources().put(Resource.of(hostile, "1", "one"))).get(0).sentence();
    assertTrue(message.contains("'x?2Jy?z'"), message);
  }

  @Test
  void twoKindsCannotDifferInCaseOnly() {
    Resources resources = resources();
    resources.put(Resource.of("Host", "1", "one"));
    assertEquals("HS-RESOURCE-006", codeFor(Resource.of("HOST", "2", "two")));
    assertEquals(List.of("Host"), resources.kinds());
  }

  @Test
  void moreThanAThousandDetailsAreRefused() {
    Resource resource = Resource.of("Host", "1", "one");
    for (int i = 0; i <= 1000; i++) {
      resource = resource.with("key" + i, Detail.visible(""));
    }
    assertEquals("HS-RESOURCE-003", codeFor(resource));
    resources().put(resource.without("key0"));
  }

  private String codeFor(Resource resource) {
    return refused(() -> resources().put(resource)).get(0).code();
  }

  private void assertNothingWasWritten() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      assertEquals(List.of(data), files.toList());
    }
  }
}
