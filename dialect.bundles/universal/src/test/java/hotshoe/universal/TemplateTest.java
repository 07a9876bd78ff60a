package hotshoe.universal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.archive.Description;
import hotshoe.archive.Description.NotUnderstood;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.Translation;
import hotshoe.conformance.Samples;
import hotshoe.loader.content.Contents;
import hotshoe.loader.document.YamlDocuments;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationProvider.Offer;
import hotshoe.problem.ProblemException;
import hotshoe.translation.Golden;
import hotshoe.type.Field;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What templates say of tasks. */
class TemplateTest {

  @TempDir Path folder;

  private final YamlDocuments reader = new YamlDocuments();
  private final UniversalDialect dialect = new UniversalDialect(reader);

  @Test
  void fieldsChoicesAndCommandsBecomeOperations() throws Exception {
    Golden.matches("operations.txt", lines(offers(own())));
  }

  @Test
  void theRulesOfTheFormAreKept() throws IOException {
    Template template = template(own());
    TemplateField order = field(template, "order");
    assertEquals(
        new TemplateField.Condition("Choice Field 1", List.of("copy", "move")),
        order.shownIf().orElseThrow());
    assertTrue(order.required() && !order.isNeeded());
    assertEquals("Boolean Field 1", field(template, "weight").requiredIf().orElseThrow().mapping());
    assertTrue(field(template, "page").output() && field(template, "page").preserved());
    assertEquals(
        List.of("Credential Field 1", "Text Field 1"),
        field(template, "book").dynamic().orElseThrow());
    assertTrue(template.commands().get(0).inProcess() && template.commands().get(0).asynchronous());
  }

  @Test
  void withoutATemplateThereIsJustTheStart() {
    List<Offer> offers =
        new UniversalOperations(reader, Map.of(BundleParts.EXTENSION, "ue-demo")).operations();
    assertEquals(1, offers.size());
    OperationDescription start = offers.get(0).description();
    assertEquals("ue-demo.start", start.name().toString());
    assertTrue(start.traits().contains(OperationDescription.Trait.OPEN));
  }

  @Test
  void aCallNowSaysWhatIsMissing() {
    Offer start =
        new UniversalOperations(reader, Map.of(BundleParts.EXTENSION, "ue-demo"))
            .operations()
            .get(0);
    assertEquals(
        "HS-UNIVERSAL-009: ue-demo was not run: this host has nothing yet that runs Universal"
            + " Extensions; update the host; the extension can stay installed",
        assertThrows(ProblemException.class, () -> start.handler().call(null))
            .problems()
            .get(0)
            .sentence());
  }

  @Test
  void everythingThatIsWrongWithATemplateIsToldWithItsPlace() throws IOException {
    String template =
        """
        {"name": "Demo", "extension": "other",
         "fields": [
           {"name": "a", "fieldType": "Txt", "fieldMapping": "Text Field 1"},
           {"name": "a", "fieldType": "Integer", "fieldMapping": "Text Field 1", "intFieldMin": 5, "intFieldMax": 4},
           {"name": "c", "fieldType": "Integer", "fieldMapping": "Integer Field 1", "intFieldMax": "many"},
           {"name": "d", "fieldType": "Integer", "fieldMapping": "Integer Field 2", "fieldValue": "soon"},
           {"name": "e", "fieldType": "Choice", "fieldMapping": "Choice Field 1",
            "choices": [{"fieldValue": "x"}, {"fieldValue": "x"}]},
           {"name": "f", "fieldType": "Text", "fieldMapping": "Text Field 2", "showIfField": "Choice Feld 1"},
           {"name": "g!", "fieldType": "Text", "fieldMapping": "Text Field 3"},
           {"name": "g?", "fieldType": "Text", "fieldMapping": "Text Field 4", "fieldValue": "toolong", "fieldLength": 3},
           {"label": "nameless", "fieldType": "Text", "fieldMapping": "Text Field 5"}
         ],
         "commands": [{"name": "x", "fields": ["Text Field 9"], "timeout": "soon"}]}
        """;
    List<String> lines = new ArrayList<>(refused(template));
    lines.add("===");
    lines.addAll(refused(template.replace("\"label\": \"nameless\"", "\"name\": \"h\"")));
    Golden.matches("template-faults.txt", lines);
  }

  @Test
  void theOpenSampleIsReadWhole() throws IOException {
    for (Path sample : Samples.files("universal", "aws-m2.template.json")) {
      Template template = template(Files.readString(sample));
      assertEquals(21, template.fields().size());
      assertEquals(1, template.commands().size());
      assertEquals(3, template.fields(template.commands().get(0).fields()).size());
      List<Offer> offers = offers(Files.readString(sample));
      assertEquals(3, offers.size(), "start, one list of choices, one command");
    }
  }

  private static String own() throws IOException {
    try (InputStream bytes = TemplateTest.class.getResourceAsStream("/template.json")) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Template template(String json) {
    try (Contents contents = archive(json)) {
      ExtensionReader reading = new ExtensionReader(reader, "x.zip", contents);
      return reading.read().orElseThrow().template().orElseThrow();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static TemplateField field(Template template, String name) {
    return template.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<Offer> offers(String json) throws IOException {
    try (Contents contents = archive(json)) {
      Understood understood = (Understood) dialect.describe("x.zip", contents);
      Translation.Bundle bundle =
          (Translation.Bundle) dialect.translate(understood.descriptor(), contents);
      return new UniversalOperations(reader, bundle.form().components().get(0).properties())
          .operations();
    }
  }

  private List<String> refused(String json) throws IOException {
    try (Contents contents = archive(json)) {
      Description description = dialect.describe("x.zip", contents);
      return Golden.lines(assertInstanceOf(NotUnderstood.class, description));
    }
  }

  private Contents archive(String json) {
    return Archive.of(Archive.GOOD).with("template.json", json).open(folder);
  }

  private static List<String> lines(List<Offer> offers) {
    List<String> lines = new ArrayList<>();
    for (Offer offer : offers) {
      OperationDescription operation = offer.description();
      lines.add("=== " + operation.name() + " \"" + operation.title() + "\"");
      lines.add(operation.description());
      lines.add("limit " + operation.limit() + ", traits " + operation.traits());
      for (Field field : operation.parameters()) {
        lines.add("  " + field);
      }
      lines.add("returns " + operation.result());
    }
    return lines;
  }
}
