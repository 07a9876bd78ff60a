package hotshoe.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import hotshoe.conformance.Proves;
import hotshoe.type.Values.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeWordsTest {

  private static final List<String> FORMATS =
      List.of("", "NONE", "UUID", "EMAIL", "PASSWORD", "URL", "DECIMAL");

  @Test
  @Proves("CS-49")
  void everyPairOfTypeAndFormatIsAcceptedOrRefusedWhenItIsDeclared() {
    Map<String, List<String>> accepted = new TreeMap<>();
    for (String type : List.of("STRING", "NUMBER", "BOOLEAN", "DATE", "", "TEXT")) {
      accepted.put(
          type,
          FORMATS.stream()
              .filter(
                  format ->
                      TypeWords.of(type, format, "").meaning() instanceof Checked.Valid valid
                          && valid.value() instanceof Type)
              .toList());
    }
    assertEquals(
        Map.of(
            "STRING",
            List.of("", "NONE", "UUID", "EMAIL", "PASSWORD", "URL"),
            "NUMBER",
            List.of("", "NONE", "DECIMAL"),
            "BOOLEAN",
            List.of("", "NONE"),
            "DATE",
            List.of("", "NONE"),
            "",
            List.of(),
            "TEXT",
            List.of()),
        accepted);
  }

  @Test
  @Proves("CS-49")
  void whatIsWrongWithTheWordsIsToldTogetherWithWhatWouldBeRight() {
    assertEquals(
        List.of("type: is missing; STRING, NUMBER, BOOLEAN and DATE are"), faults("", "NONE", ""));
    assertEquals(
        List.of("type: 'TEXT' is no type; STRING, NUMBER, BOOLEAN and DATE are"),
        faults("Text", "", ""));
    assertEquals(
        List.of(
            "format: 'URL' is no format of DATE; it has NONE",
            "options: are not supported for a DATE"),
        faults("date", "url", "a,b"));
  }

  @Test
  @Proves("CS-50")
  void optionsAreTrimmedAndEachMustBeOneOfItsTypeAndFormat() {
    assertEquals(
        Type.choice(
            Type.text(TextFormat.FILLED), Type.Choice.Item.of("a"), Type.Choice.Item.of("b c")),
        type("STRING", "NONE", " a ,, b c,a"));
    assertEquals(
        List.of("options[1]: 'b' is not a mail address such as name@example.org"),
        faults("STRING", "EMAIL", "a@x.org, b"));
    assertEquals(
        List.of("options[1]: 'x' is not a whole number", "options[2]: '1.5' is not a whole number"),
        faults("NUMBER", "NONE", "1,x,1.5"));
    assertEquals(
        List.of("options: are not supported for a BOOLEAN"), faults("BOOLEAN", "", "true"));
    assertEquals(
        List.of("options: are not supported for a PASSWORD"), faults("STRING", "PASSWORD", "x"));
  }

  @ParameterizedTest
  @Proves("CS-51")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "STRING  | NONE     |        | x, a b, ' x '                    | '', '  '",
        "STRING  | EMAIL    |        | a.b+c_d-e@host, a@x.org          | a, @x, a@, a b@x, ''",
        "STRING  | PASSWORD |        | x, ' x '                         | '', '  '",
        "STRING  | URL      |        | http://a/b, HTTPS://a_b:1, ftp://a, file:/a, jar:file:/a!/b | a, //a/b, gopher://a, http:, http://a b, ''",
        "STRING  | UUID     |        | 123e4567-E89B-12d3-a456-426614174000 | 1-1-1-1-1, 123e4567e89b12d3a456426614174000, ''",
        "NUMBER  | NONE     |        | 0, -7, +7, 2147483647            | 2147483648, 1.5, 1e3, ' 7', 0x7, x, ''",
        "NUMBER  | DECIMAL  |        | 0, 1.5, -.5, 1e3                 | 1e39, NaN, 1f, 1.5x, ''",
        "BOOLEAN | NONE     |        | true, false                      | True, TRUE, yes, 1, ''",
        "DATE    | NONE     |        | 2025-11-20T10:00:00+0530, 2025-11-20T10:00:00Z, 2025-11-20T10:00:00.123456+05:30 | 2025-11-20T10:00:00, 2025-11-20, 20-11-2025, ''",
        "STRING  | NONE     | a,b    | a, b                             | A, c, ''",
        "NUMBER  | NONE     | 1,2    | 1, 02                            | 3, ''",
        "NUMBER  | DECIMAL  | 1.5,2  | 1.50, 2.0                        | 3, ''",
      })
  void aValueIsAcceptedOrRefusedAsTypeFormatAndOptionsSay(
      String type, String format, String options, String accepted, String refused) {
    Type scalar = type(type, format, options == null ? "" : options);
    for (Type each : List.of(scalar, Type.optional(scalar))) {
      for (String value : items(accepted)) {
        assertInstanceOf(
            Checked.Valid.class, Values.check(each, value, Reading.TEXT, ""), "'" + value + "'");
      }
      for (String value : items(refused)) {
        assertInstanceOf(
            Checked.Invalid.class, Values.check(each, value, Reading.TEXT, ""), "'" + value + "'");
      }
    }
  }

  @Test
  @Proves("CS-51")
  void allFaultsOfTheParametersAreToldAtOnce() {
    Type parameters =
        Type.record(
            "parameters",
            Field.required("name", type("STRING", "", ""), ""),
            Field.required("note", Type.optional(type("STRING", "", "")), ""),
            Field.required("mode", type("STRING", "", "fast,slow"), ""),
            Field.required("count", type("NUMBER", "", ""), ""));
    Map<String, Object> given = new HashMap<>();
    given.put("note", " ");
    given.put("mode", "fst");
    given.put("count", "12.5");
    assertEquals(
        List.of(
            "parameters.name: is missing",
            "parameters.note: is empty or blank",
            "parameters.mode: 'fst' is not one of 'fast', 'slow'; did you mean 'fast'?",
            "parameters.count: '12.5' is not a whole number"),
        told(Values.check(parameters, given, Reading.TEXT, "parameters")));
  }

  private static List<String> items(String list) {
    return java.util.Arrays.stream(list.split(", "))
        .map(item -> item.replaceFirst("^'(.*)'$", "$1"))
        .toList();
  }

  private static Type type(String type, String format, String options) {
    Checked meaning = TypeWords.of(type, format == null ? "" : format, options).meaning();
    return (Type) assertInstanceOf(Checked.Valid.class, meaning).value();
  }

  private static List<String> faults(String type, String format, String options) {
    return told(TypeWords.of(type, format, options).meaning());
  }

  private static List<String> told(Checked checked) {
    return assertInstanceOf(Checked.Invalid.class, checked).faults().stream()
        .map(Fault::toString)
        .toList();
  }
}
