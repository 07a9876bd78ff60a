package hotshoe.inventory.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hotshoe.conformance.Proves;
import hotshoe.conformance.Samples;
import hotshoe.inventory.value.DataText;
import hotshoe.inventory.value.PythonLiteral;
import hotshoe.inventory.value.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  @Proves({"AN-27", "AN-59"})
  void textInIniIsAPythonLiteralOrStaysText() {
    String[][] rows = {
      {"1", "1"},
      {"-1", "-1"},
      {"+7", "7"},
      {"1_000", "1000"},
      {"0x1F", "31"},
      {"0o17", "15"},
      {"0b101", "5"},
      {"00", "0"},
      {"01", "\"01\""},
      {"0777", "\"0777\""},
      {"1__0", "\"1__0\""},
      {"1L", "\"1L\""},
      {"1.", "1.0"},
      {".5", "0.5"},
      {"1e3", "1000.0"},
      {"09.5", "9.5"},
      {"1e400", "Infinity"},
      {"-1e400", "-Infinity"},
      {"nan", "\"nan\""},
      {"yes", "\"yes\""},
      {"true", "\"true\""},
      {"True", "true"},
      {"False", "false"},
      {"None", "null"},
      {"'a'", "\"a\""},
      {"'a' \"b\"", "\"ab\""},
      {"u'x'", "\"x\""},
      {"r'\\n'", "\"\\\\n\""},
      {"'\\u00e9\\x41\\n'", "\"éA\\n\""},
      {"'\\N{BULLET}'", "\"•\""},
      {"b'x'", "\"x\""},
      {"f'x'", "\"f'x'\""},
      {"'''x'''", "\"x\""},
      {"'a", "\"'a\""},
      {"[1,2]", "[1,2]"},
      {"(1,2)", "[1,2]"},
      {"1,2", "[1,2]"},
      {"1,", "[1]"},
      {"()", "[]"},
      {"{}", "{}"},
      {"{'a': [1, None]}", "{\"a\":[1,null]}"},
      {"{1: 2, True: 3}", "{\"1\":3}"},
      {"[*[1]]", "\"[*[1]]\""},
      {"{{ name }}", "\"{{name}}\""},
      {"{{ 1 }}", "unhashable type: 'set'"},
      {"{[1]: 2}", "unhashable type: 'list'"},
      {"{{}: 2}", "unhashable type: 'dict'"},
      {"2 # note", "2"},
      {"x # note", "\"x#note\""},
      {"1+1", "\"1+1\""},
      {"+-1", "\"+-1\""},
      {"abs(1)", "\"abs(1)\""},
      {"not True", "\"notTrue\""},
      {"10.0.0.1", "\"10.0.0.1\""},
      {"99999999999999999999999999", "99999999999999999999999999"},
      {"1e16", "1e+16"},
      {"1e-5", "1e-05"},
      {"0.0001", "0.0001"},
      {"-0.0", "-0.0"},
      {"1e22", "1e+22"},
      {"123456789012345.0", "123456789012345.0"},
      {"2e-323", "2e-323"},
      {"", "\"\""},
      {"[".repeat(201) + "]".repeat(201), "\"" + "[".repeat(201) + "]".repeat(201) + "\""},
      {"9".repeat(4301), "\"" + "9".repeat(4301) + "\""},
    };
    for (String[] row : rows) {
      assertEquals(row[1], got(PythonLiteral::of, row[0]), row[0]);
    }
  }

  @Test
  @Proves({"AN-29", "AN-59"})
  void scalarsOfYamlMeanWhatPyYamlTakesThemFor() {
    String[][] rows = {
      {"yes", "true"},
      {"Off", "false"},
      {"NO", "false"},
      {"y", "\"y\""},
      {"tRue", "\"tRue\""},
      {"0777", "511"},
      {"0o17", "\"0o17\""},
      {"0b11", "3"},
      {"0x1F", "31"},
      {"0X1F", "\"0X1F\""},
      {"1_000", "1000"},
      {"08", "\"08\""},
      {"12:30", "750"},
      {"12:30:45", "45045"},
      {"190:20:30.15", "685230.15"},
      {"01:02", "\"01:02\""},
      {"60:60", "\"60:60\""},
      {"1e3", "\"1e3\""},
      {"1.0e3", "\"1.0e3\""},
      {"1.0e+3", "1000.0"},
      {"+.5", "\"+.5\""},
      {".5", "0.5"},
      {".inf", "Infinity"},
      {"-.INF", "-Infinity"},
      {".nan", "NaN"},
      {"2020-01-01", "\"2020-01-01\""},
      {"2020-1-1", "\"2020-1-1\""},
      {"2020-01-01T00:00:00Z", "\"2020-01-01T00:00:00+00:00\""},
      {"2020-01-01 10:00:00.5 -5", "\"2020-01-01T10:00:00.500000-05:00\""},
      {"2020-13-01", "'2020-13-01' is not what it looks like"},
      {"~", "null"},
      {"", "null"},
      {"None", "\"None\""},
      {"'yes'", "\"yes\""},
      {"!!str 5", "\"5\""},
      {"!!int '3'", "3"},
      {"!!bool on", "true"},
      {"!!float 1", "1.0"},
      {"!!int x", "'x' is not what it looks like"},
      {"-0x1f", "-31"},
      {"-012", "-10"},
      {"!unsafe '{{ x }}'", "{\"__ansible_unsafe\":\"{{x}}\"}"},
      {"!vault abc", "{\"__ansible_vault\":\"abc\"}"},
      {"!other x", "could not determine a constructor for the tag '!other'"},
      {"\"a\"\t", "\"a\""},
      {"<<", "could not determine what '<<' is meant to be"},
    };
    Reader yaml = text -> DataText.read("k: " + text + "\n", (key, line) -> {});
    for (String[] row : rows) {
      String got = got(text -> ((java.util.Map<?, ?>) yaml.read(text)).get("k"), row[0]);
      assertEquals(row[1], got.startsWith("\"") ? got.replace(" ", "") : got, row[0]);
    }
  }

  @Test
  @Proves("AN-59")
  void decimalsAreWrittenWithAsFewDigitsAsTellThemApart() {
    String[] texts = {
      "0.1", "-0.001", "1.5", "9999999.0", "10000000.0", "123456.789012345",
          "0.0010000000000000002",
      "2.0000000000000004", "1e-05", "0.0001", "1e+16", "1234567890123456.0", "5e-324", "0.3",
      "0.30000000000000004", "1.7976931348623157e+308", "2e+23", "-0.0", "100.0", "0.002",
    };
    for (String text : texts) {
      assertEquals(text, FloatText.of(Double.parseDouble(text)));
    }
  }

  private static List<JsonObject> rows(String table) throws IOException {
    List<JsonObject> rows = new ArrayList<>();
    for (Path file : Samples.files("ansible", "tables/" + table)) {
      Files.readAllLines(file)
          .forEach(line -> rows.add(JsonParser.parseString(line).getAsJsonObject()));
    }
    return rows;
  }

  private static List<String> differences(String table, Reader reader) throws IOException {
    List<String> differences = new ArrayList<>();
    for (JsonObject row : rows(table)) {
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
