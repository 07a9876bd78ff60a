package hotshoe.xapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import hotshoe.archive.DocumentReader.Read;
import hotshoe.loader.document.YamlDocuments;
import hotshoe.type.JsonSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The schema for editors, and what a validator that nobody here wrote makes of it. */
class SchemaTest {

  private static final Path SCHEMA = Path.of("../../docs/schemas/xapi-calls.json");
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  @Test
  void thePublishedSchemaIsThatOfTheType() throws IOException {
    String schema = JSON.toJson(JsonSchema.document(CallsType.CALLS)) + "\n";
    if (Boolean.parseBoolean(System.getenv("GOLDEN_WRITE"))) {
      Files.writeString(SCHEMA, schema);
    }
    assertEquals(schema, Files.readString(SCHEMA));
  }

  @Test
  void itTakesWhatTheHostTakesAndMarksWhatItRefuses() throws IOException {
    Path example = Path.of("../../example.bundles/xapi/src/main/calls/calls.yaml");
    String manifest = Files.readString(example);
    assertEquals("", faults(manifest));
    assertTrue(
        faults(manifest.replace("VM.count_words", "VM/count"))
            .contains("does not match the regex pattern"));
    assertTrue(faults(manifest.replace("NO_WORDS", "no words")).contains("errors[0].code"));
    assertTrue(faults(manifest.replace("{type: string, doc", "{typ: string, doc")).contains("typ"));
  }

  private static String faults(String manifest) throws IOException {
    byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
    Read read = (Read) new YamlDocuments().read("x", new ByteArrayInputStream(bytes));
    StringBuilder faults = new StringBuilder();
    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(SCHEMA))
        .validate(JSON.toJson(read.document().root().plain()), InputFormat.JSON)
        .forEach(message -> faults.append(message).append('\n'));
    return faults.toString();
  }
}
