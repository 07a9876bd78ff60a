package hotshoe.inventory.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import hotshoe.conformance.Proves;
import hotshoe.inventory.value.DataText;
import hotshoe.inventory.value.PythonLiteral;
import hotshoe.inventory.value.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedValuesTest {

  private interface Reader {
    Object read(String text) throws Unreadable;
  }

  @Test
  @Proves({"AN-27", "AN-59"})
  void valuesOfIniHaveTheRecordedTypes() throws IOException {
    List<String> differences = differences("ini-values.jsonl", PythonLiteral::of);
    assertEquals(List.of(), differences);
  }

  @Test
  @Proves({"AN-29", "AN-59"})
  void scalarsOfYamlHaveTheRecordedTypes() throws IOException {
    Reader yaml = text -> DataText.read("k: " + text + "\n", (key, line) -> {});
    assertEquals(
        List.of(),
        differences(
            "yaml-scalars.jsonl", text -> ((java.util.Map<?, ?>) yaml.read(text)).get("k")));
  }

  private static List<String> differences(String table, Reader reader) throws IOException {
    List<String> differences = new ArrayList<>();
    for (JsonObject row : SharedSamples.rows(table)) {
      String text = row.get("in").getAsString();
      String wanted = row.has("error") ? row.get("error").getAsString() : recorded(row);
      String got = got(reader, text);
      if (!wanted.equals(got)) {
        differences.add(text + ": " + got + " instead of " + wanted);
      }
    }
    return differences;
  }

  private static String got(Reader reader, String text) {
    try {
      return JsonForm.text(reader.read(text)).replaceAll("\\s+", "");
    } catch (Unreadable refused) {
      return refused.getMessage();
    }
  }

  private static String recorded(JsonObject row) {
    String type = row.get("type").getAsString();
    String value = row.get("value").toString().replace("\"None\":", "\"null\":");
    boolean isText = type.equals("str");
    value = type.equals("float") ? value.replace("\"", "") : value;
    return (isText ? JsonForm.text(row.get("value").getAsString()) : value).replaceAll("\\s+", "");
  }
}
