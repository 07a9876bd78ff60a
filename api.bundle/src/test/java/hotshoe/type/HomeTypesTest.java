package hotshoe.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import hotshoe.conformance.Proves;
import hotshoe.type.Values.Reading;
import hotshoe.type.Values.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/guide/types.md says of the types of other systems, line by line. */
class HomeTypesTest {

  private static final Path GUIDE = Path.of("../docs/guide/types.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Gson GSON =
      new GsonBuilder()
          .serializeNulls()
          .setObjectToNumberStrategy(ToNumberPolicy.BIG_DECIMAL)
          .create();

  /** What the second column of the guide says, as code. */
  private static final Map<String, Type> WRITTEN = new HashMap<>();

  static {
    write("Type.text()", Type.text());
    write("Type.secret()", Type.secret());
    write("Type.integer()", Type.integer());
    write("Type.integer(1, 9)", Type.integer(1, 9));
    write("Type.decimal()", Type.decimal());
    write("Type.decimal(0, Double.MAX_VALUE)", Type.decimal(0, Double.MAX_VALUE));
    write("Type.bool()", Type.bool());
    write("Type.dateTime()", Type.dateTime());
    write("Type.nothing()", Type.nothing());
    write("Type.any()", Type.any());
    write("Type.credential()", Type.credential());
    write("Type.choice(\"a\", \"b\")", Type.choice("a", "b"));
    write(
        "Type.choice(Type.text(), items)",
        Type.choice(Type.text(), new Type.Choice.Item("hdd", "Hard disk", "Slow and large.")));
    write("Type.reference(\"VM\")", Type.reference("VM"));
    write("Type.optional(Type.reference(\"VM\"))", Type.optional(Type.reference("VM")));
    write("Type.optional(Type.integer())", Type.optional(Type.integer()));
    write("Type.listOf(Type.integer())", Type.listOf(Type.integer()));
    write("Type.listOf(Type.text())", Type.listOf(Type.text()));
    write("Type.listOf(Type.any())", Type.listOf(Type.any()));
    write("Type.listOf(Type.choice(\"a\", \"b\"))", Type.listOf(Type.choice("a", "b")));
    write(
        "new Type.ListOf(Type.choice(\"a\", \"b\"), 0, 1, false)",
        new Type.ListOf(Type.choice("a", "b"), 0, 1, false));
    write("Type.pairsOf(Type.text())", Type.pairsOf(Type.text()));
    write("Type.mapOf(Type.any())", Type.mapOf(Type.any()));
    write("Type.mapOf(Type.integer(), Type.bool())", Type.mapOf(Type.integer(), Type.bool()));
    write(
        "Type.record(\"Disk\", fields)",
        Type.record(
            "Disk",
            Field.required("name", Type.text(), ""),
            Field.defaulting("size", Type.integer(), 1L, "")));
    write("new Type.Text(TextFormat.PLAIN, 0, 5, \"\")", new Type.Text(TextFormat.PLAIN, 0, 5, ""));
    for (TextFormat format : TextFormat.values()) {
      write("Type.text(TextFormat." + format + ")", Type.text(format));
    }
  }

  private static void write(String code, Type type) {
    WRITTEN.put(code, type);
  }

  /** A line of one of the tables. */
  record Line(String home, String written, String reading, String takes, String refuses) {

    static Line of(String text) {
      String[] cells = text.split(" \\| ?", -1);
      return new Line(cells[0].substring(2), cells[1], cells[2], cells[3], cells[4]);
    }

    Type type() {
      String code = written.substring(1, written.length() - 1);
      Matcher words =
          Pattern.compile("TypeWords\\.of\\(\"(.*)\", \"(.*)\", \"(.*)\"\\)").matcher(code);
      if (!words.matches()) {
        return assertNotNullType(code);
      }
      Checked meaning = TypeWords.of(words.group(1), words.group(2), words.group(3)).meaning();
      return (Type) assertInstanceOf(Checked.Valid.class, meaning).value();
    }

    private static Type assertNotNullType(String code) {
      Type type = WRITTEN.get(code);
      assertNotNull(type, () -> "the test does not know " + code);
      return type;
    }
  }

  static List<Line> lines() throws IOException {
    List<String> text = Files.readAllLines(GUIDE);
    List<Line> lines = new ArrayList<>();
    boolean inTable = false;
    for (String line : text) {
      inTable = line.startsWith("| home type |") || (inTable && line.startsWith("|"));
      if (inTable && !line.startsWith("| home type |") && !line.startsWith("|---")) {
        lines.add(Line.of(line));
      }
    }
    return lines;
  }

  @Test
  void theGuideHasALineForEveryTypeOfFiveSystems() throws IOException {
    assertEquals(55, lines().size());
  }

  @ParameterizedTest
  @MethodSource("lines")
  void everyLineTakesAndRefusesWhatItSays(Line line) {
    Type type = line.type();
    Reading reading = Reading.valueOf(line.reading());
    for (Object value : values(line.takes())) {
      Checked checked = Values.check(type, value, reading, "");
      assertInstanceOf(Checked.Valid.class, checked, line + " " + value + " " + checked);
    }
    for (Object value : values(line.refuses())) {
      Checked checked = Values.check(type, value, reading, "");
      assertInstanceOf(Checked.Invalid.class, checked, line + " " + value);
    }
  }

  private static List<Object> values(String cell) {
    List<Object> values = new ArrayList<>();
    Matcher code = CODE.matcher(cell);
    while (code.find()) {
      values.add(GSON.fromJson(code.group(1), Object.class));
    }
    return values;
  }

  @Test
  @Proves("XA-24")
  void everySixtyFourBitNumberSurvivesJsonAndText() {
    for (long number : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1, 0}) {
      Object plain = Values.plain(Type.integer(), number, Secrets.HIDDEN);
      Object json = GSON.fromJson(GSON.toJson(plain), Object.class);
      assertEquals(number, valid(Type.integer(), json, Reading.STRICT));
      assertEquals(number, valid(Type.integer(), plain.toString(), Reading.TEXT));
    }
    Object oneMore = GSON.fromJson("9223372036854775808", Object.class);
    assertInstanceOf(
        Checked.Invalid.class, Values.check(Type.integer(), oneMore, Reading.STRICT, ""));
  }

  @Test
  @Proves("UE-24")
  void textWholeNumbersDecimalsAndBooleansAreJustThat() {
    assertEquals("7", valid(Type.text(), "7", Reading.STRICT));
    assertEquals(7L, valid(Type.integer(), 7, Reading.STRICT));
    assertEquals(7.0, valid(Type.decimal(), 7, Reading.STRICT));
    assertEquals(true, valid(Type.bool(), true, Reading.STRICT));
  }

  @Test
  @Proves("UE-25")
  void aChoiceIsAListOfOneOfManyOrOfNone() {
    Type single = new Type.ListOf(Type.choice("a", "b"), 0, 1, false);
    Type multiple = Type.listOf(Type.choice("a", "b"));
    assertEquals(List.of("a"), valid(single, List.of("a"), Reading.STRICT));
    assertEquals(List.of(), valid(single, List.of(), Reading.STRICT));
    assertEquals(List.of("b", "a"), valid(multiple, List.of("b", "a"), Reading.STRICT));
    Checked two = Values.check(single, List.of("a", "b"), Reading.STRICT, "mode");
    assertEquals(
        "[mode: has 2 elements; 0 to 1 are allowed]",
        assertInstanceOf(Checked.Invalid.class, two).faults().toString());
  }

  @Test
  @Proves("UE-26")
  void anArrayKeepsItsOrderAndItsRepeatedNames() {
    Type type = Type.pairsOf(Type.text());
    List<Map<String, String>> pairs =
        List.of(Map.of("b", "1"), Map.of("a", "2"), Map.of("b", "1"), Map.of("b", "3"));
    assertEquals(pairs, valid(type, pairs, Reading.STRICT));
    assertEquals(pairs, valid(type, "b=1,a=2,b=1,b=3", Reading.LENIENT));
    assertEquals(pairs, Values.plain(type, pairs, Secrets.HIDDEN));
  }

  @Test
  @Proves("UE-27")
  void theSecretPartsOfACredentialAreNeverShown() {
    Map<String, Object> given = Map.of("user", "root", "password", "hunter2", "token", "t-hunter2");
    Object credential = valid(Type.credential(), given, Reading.STRICT);
    assertEquals(Optional.of(SecretText.of("hunter2")), ((Map<?, ?>) credential).get("password"));
    assertFalse(credential.toString().contains("hunter2"));
    String hidden = Values.plain(Type.credential(), credential, Secrets.HIDDEN).toString();
    assertTrue(hidden.contains("user=root") && !hidden.contains("hunter2"), hidden);
    Map<?, ?> revealed = (Map<?, ?>) Values.plain(Type.credential(), credential, Secrets.REVEALED);
    assertEquals("hunter2", revealed.get("password"));
    assertEquals(null, revealed.get("passphrase"));
  }

  @Test
  @Proves("UE-28")
  void aScriptIsItsTextToTheLetter() {
    String script = "#!/bin/sh\r\n\techo '$x'\n\n";
    assertEquals(script, valid(Type.text(TextFormat.SCRIPT), script, Reading.STRICT));
    assertEquals(script, valid(Type.text(TextFormat.SCRIPT), script, Reading.LENIENT));
  }

  @Test
  @Proves("CS-53")
  void aFieldThatIsNotDeclaredIsRefusedWithTheNearestThatIs() {
    Type parameters =
        Type.record("parameters", Field.required("snapshot_name", Type.text(), "The name."));
    Checked checked =
        Values.check(
            parameters,
            Map.of("snapshot_name", "a", "snapshot_nam", "b"),
            Reading.TEXT,
            "parameters");
    assertEquals(
        "[parameters.snapshot_nam: is not known here; did you mean snapshot_name?]",
        assertInstanceOf(Checked.Invalid.class, checked).faults().toString());
  }

  @Test
  @Proves("CS-52")
  void aDateIsWrittenInTheIsoFormWithItsOffset() {
    Stream.of("2025-11-20T10:00:00+0530", "2025-11-20T10:00:00+05:30")
        .forEach(
            text ->
                assertEquals(
                    "2025-11-20T10:00:00+05:30",
                    Values.plain(
                        Type.dateTime(),
                        valid(Type.dateTime(), text, Reading.TEXT),
                        Secrets.HIDDEN)));
  }

  private static Object valid(Type type, Object input, Reading reading) {
    return assertInstanceOf(Checked.Valid.class, Values.check(type, input, reading, "")).value();
  }
}
