package hotshoe.cloudstack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import hotshoe.archive.Document;
import hotshoe.archive.DocumentCheck;
import hotshoe.archive.DocumentCheck.Fits;
import hotshoe.archive.DocumentCheck.Texts;
import hotshoe.archive.DocumentReader.Read;
import hotshoe.conformance.Samples;
import hotshoe.loader.document.YamlDocuments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema for editors, and what a validator that nobody here wrote makes of it. */
class SchemaTest {

  private static final Path SCHEMA = Path.of("../../docs/schemas/cloudstack-manifest.json");
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  @Test
  void thePublishedSchemaIsThatOfTheType() throws IOException {
    String schema = JSON.toJson(EditorSchema.of(ManifestType.MANIFEST, Texts.AS_WRITTEN)) + "\n";
    if (Boolean.parseBoolean(System.getenv("GOLDEN_WRITE"))) {
      Files.writeString(SCHEMA, schema);
    }
    assertEquals(schema, Files.readString(SCHEMA));
  }

  @Test
  void itMarksWhatTheHostRefusesOrWarnsOfAndNothingElse() throws IOException {
    String good = TranslationTest.FULL;
    List<String> taken =
        List.of(
            Archive.GOOD,
            good,
            good.replace("minVersion: 4.20", "minVersion: 4"),
            good.replace("type: STRING", "type: string"),
            Archive.GOOD + "  requires: {os: [linux]}\n",
            Archive.GOOD + "    digest: SHA256:" + "aB".repeat(32) + "\n");
    List<String> marked =
        List.of(
            good.replace("  name: My Ext!\n", ""),
            good.replace("kind: Orch", "kind: orch"),
            good.replace("type: STRING", "type: TEXT"),
            good.replace("timeout: 600", "timeout: -1"),
            good.replace("displayName", "displayname"),
            good.replace("enabled: true\nspec", "enabled: maybe\nspec"),
            good.replace("[User, Admin]", "[User, Root]"),
            good.replace("name: Backup now", "name: a/b"),
            Archive.GOOD + "    digest: sha256:12\n",
            Archive.GOOD + "    targetDir: [a]\n");
    taken.forEach(manifest -> agree(manifest, true));
    marked.forEach(manifest -> agree(manifest, false));
  }

  @Test
  void itTakesEveryOpenSample() throws IOException {
    for (Path file : Samples.files("cloudstack", ".yaml", ".yml")) {
      agree(Files.readString(file), true);
    }
  }

  private static void agree(String manifest, boolean expected) {
    Document document = document(manifest);
    boolean isTaken =
        DocumentCheck.check(document, ManifestType.MANIFEST, Texts.AS_WRITTEN) instanceof Fits fits
            && fits.warnings().isEmpty();
    assertEquals(expected, isTaken, manifest);
    String faults = schema().validate(JSON.toJson(document.root().plain()), InputFormat.JSON) + "";
    assertEquals(expected, faults.equals("[]"), () -> faults + "\n" + manifest);
  }

  private static JsonSchema schema() {
    try {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Files.readString(SCHEMA));
    } catch (IOException missing) {
      throw new java.io.UncheckedIOException(missing);
    }
  }

  private static Document document(String manifest) {
    byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
    return ((Read) new YamlDocuments().read("x", new ByteArrayInputStream(bytes))).document();
  }
}
