package hotshoe.loader.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import hotshoe.archive.Document;
import hotshoe.archive.DocumentCheck;
import hotshoe.archive.DocumentCheck.Faulty;
import hotshoe.archive.DocumentCheck.Fits;
import hotshoe.archive.DocumentCheck.Texts;
import hotshoe.archive.DocumentReader.Read;
import hotshoe.loader.scripted.Golden;
import hotshoe.problem.Problem;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of a manifest that does not fit its type. */
class DocumentCheckTest {

  private static final Type.Record TYPE =
      Type.record(
          "Manifest",
          Field.required("kind", Type.choice("Orchestrator", "Network"), ""),
          Field.required(
              "spec",
              Type.record(
                  "Spec",
                  Field.required("path", Type.text(), ""),
                  Field.defaulting("timeout", Type.integer(0, 3600), 3L, ""),
                  Field.required("version", Type.optional(Type.text()), ""),
                  Field.defaulting("enabled", Type.bool(), false, ""),
                  Field.defaulting("details", Type.mapOf(Type.text()), Map.of(), ""),
                  Field.defaulting(
                      "parameters",
                      Type.listOf(
                          Type.record("Parameter", Field.required("name", Type.text(), ""))),
                      List.of(),
                      "")),
              ""));

  @Test
  void everyFaultIsToldWithItsPlaceInTheOrderOfTheDocument() throws IOException {
    String manifest =
        """
        kind: Orchestartor
        sepc: 1
        spec:
          timeout: 4000
          pth: run.sh
          enabled: "no"
          details: [1]
          parameters:
            - name: a
            - nmae: b
            - 7
            - name: [x]
          colour: red
        """;
    List<String> lines =
        assertInstanceOf(Faulty.class, check(manifest, Texts.AS_WRITTEN)).problems().stream()
            .map(Problem::sentence)
            .toList();
    Golden.check("manifest-faults.txt", lines);
  }

  @Test
  void whatFitsIsInCanonicalFormAndUnknownKeysOnlyWarn() {
    Fits fits =
        assertInstanceOf(
            Fits.class,
            check(
                "kind: Network\nspec: {path: a.sh, details: {x: 1, y: yes}}\nmore: 1\n",
                Texts.AS_WRITTEN));
    Map<?, ?> spec = (Map<?, ?>) fits.value().get("spec");
    assertEquals(3L, spec.get("timeout"));
    assertEquals(Optional.empty(), spec.get("version"));
    assertEquals(Map.of("x", "1", "y", "yes"), spec.get("details"));
    assertEquals(
        List.of("HS-MANIFEST-015: more is not known here and is ignored (m:3:1); remove it"),
        fits.warnings().stream().map(Problem::sentence).toList());
  }

  @Test
  void aNumberWhereATextBelongsIsTakenAsWrittenOrRefused() {
    String manifest = "kind: Network\nspec: {path: a, version: %s}\n";
    Fits fits = assertInstanceOf(Fits.class, check(manifest.formatted("4.20"), Texts.AS_WRITTEN));
    assertEquals(Optional.of("4.20"), ((Map<?, ?>) fits.value().get("spec")).get("version"));
    assertInstanceOf(Fits.class, check(manifest.formatted("1.3.8"), Texts.ONLY_TEXTS));
    assertInstanceOf(Fits.class, check(manifest.formatted("'1.0'"), Texts.ONLY_TEXTS));
    Faulty faulty =
        assertInstanceOf(Faulty.class, check(manifest.formatted("1.0"), Texts.ONLY_TEXTS));
    assertEquals(
        "HS-MANIFEST-014: spec.version is not text (m:2:17); write it in quotes: \"1.0\"",
        faulty.problems().get(0).sentence());
  }

  @Test
  void aManifestThatIsNoMappingIsRefused() {
    for (String text : List.of("just text", "[1]", "7", "~")) {
      assertEquals(
          "m:1:1",
          assertInstanceOf(Faulty.class, check(text, Texts.AS_WRITTEN)).problems().get(0).where());
    }
  }

  private static DocumentCheck.Outcome check(String text, Texts texts) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Document document =
        assertInstanceOf(Read.class, new YamlDocuments().read("m", new ByteArrayInputStream(bytes)))
            .document();
    return DocumentCheck.check(document, TYPE, texts);
  }
}
