package hotshoe.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.type.Values.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a type is told to the author, not to whoever uses it first. */
class DeclarationTest {

  @Test
  @Proves("CS-50")
  void everyItemOfAChoiceMustSatisfyItsTypeAndFormat() {
    assertEquals(
        "the choice b: 'b' is not a mail address such as name@example.org",
        refusal(
            () ->
                Type.choice(
                    Type.text(TextFormat.EMAIL),
                    Type.Choice.Item.of("a@x"),
                    Type.Choice.Item.of("b"))));
    assertEquals(
        "the choice 9: 9 is above the maximum 5",
        refusal(() -> Type.choice(Type.integer(1, 5), Type.Choice.Item.of(9))));
    assertEquals("a choice needs values, each of them once", refusal(() -> Type.choice("a", "a")));
    assertEquals("a choice needs values, each of them once", refusal(Type::choice));
    for (Type none : List.of(Type.secret(), Type.any(), Type.listOf(Type.text()))) {
      assertTrue(
          refusal(() -> Type.choice(none, Type.Choice.Item.of("a")))
              .startsWith("not a type to choose from"));
    }
  }

  @Test
  void itemsOfAChoiceAreKeptInCanonicalForm() {
    Type type = Type.choice(Type.integer(), Type.Choice.Item.of(1), Type.Choice.Item.of(2L));
    assertEquals(new Checked.Valid(1L), Values.check(type, "1", Reading.TEXT, ""));
    assertEquals(
        Type.choice(Type.integer(), Type.Choice.Item.of(1L), Type.Choice.Item.of(2L)), type);
  }

  @Test
  void aDefaultMustBeOfItsTypeAndIsKeptInCanonicalForm() {
    assertEquals(
        "the default of days: 400 is above the maximum 365",
        refusal(() -> Field.defaulting("days", Type.integer(0, 365), 400, "")));
    assertEquals(Optional.of(3L), Field.defaulting("days", Type.integer(), 3, "").defaultValue());
    assertEquals(
        Optional.of(Optional.of("a")),
        Field.defaulting("note", Type.optional(Type.text()), "a", "").defaultValue());
    Field secret = Field.defaulting("password", Type.secret(), "hunter2", "");
    assertFalse(secret.toString().contains("hunter2"));
    assertFalse(
        refusal(() -> Field.defaulting("password", Type.secret(), List.of("hunter2"), ""))
            .contains("hunter2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\nb", "\u0000"})
  void aFieldNeedsANameThatCanBeRead(String name) {
    assertTrue(
        refusal(() -> Field.required(name, Type.text(), "")).endsWith("is no name for a field"));
  }

  @Test
  void theNamesOfParametersElsewhereAreNamesHere() {
    assertEquals("Snapshot name", Field.required("Snapshot name", Type.text(), "").name());
    assertEquals(255, Field.required("a".repeat(255), Type.text(), "").name().length());
    refusal(() -> Field.required("a".repeat(256), Type.text(), ""));
  }

  @Test
  void boundsThatCrossAndPatternsThatAreNoneAreRefused() {
    refusal(() -> new Type.Text(TextFormat.PLAIN, 3, 2, ""));
    refusal(() -> new Type.Text(TextFormat.PLAIN, -1, 2, ""));
    refusal(() -> new Type.Text(TextFormat.PLAIN, 0, 2, "(a"));
    refusal(() -> Type.integer(2, 1));
    refusal(() -> Type.decimal(2, 1));
    refusal(() -> Type.decimal(Double.NaN, 1));
    refusal(() -> new Type.ListOf(Type.text(), 2, 1, false));
    refusal(() -> new Type.MapOf(Type.text(), Type.text(), 2, 1));
    refusal(() -> Type.mapOf(Type.secret(), Type.text()));
    refusal(() -> Type.mapOf(Type.decimal(), Type.text()));
    refusal(() -> new Type.Bytes(-1));
    refusal(() -> new Type.Optional(Type.optional(Type.text())));
    refusal(() -> Type.reference("a:b"));
    refusal(
        () ->
            Type.record(
                "R", Field.required("a", Type.text(), ""), Field.required("a", Type.bool(), "")));
  }

  @Test
  void sizesOfListsAndMapsAreEnforced() {
    Type map = new Type.MapOf(Type.text(), Type.integer(), 1, 2);
    assertEquals("[m: has 0 entries; 1 to 2 are allowed]", told(map, Map.of(), "m"));
    assertEquals("[m: has 3 entries; 1 to 2 are allowed]", told(map, "a=1,b=2,c=3", "m"));
    Type list = new Type.ListOf(Type.integer(), 2, Integer.MAX_VALUE, true);
    assertEquals("[l: has 1 elements; at least 2 are allowed]", told(list, List.of(1), "l"));
    assertEquals("[l[2]: is there already]", told(list, List.of(1, 2, 1.0), "l"));
    assertEquals(
        "[l[1]: is there already]",
        told(new Type.ListOf(Type.decimal(), 0, 9, true), List.of(0.0, -0.0), "l"));
    assertEquals(
        "[l[1]: is not a whole number, l: has 3 elements; 0 to 2 are allowed]",
        told(new Type.ListOf(Type.integer(), 0, 2, false), List.of(1, true, 3), "l"));
    assertEquals(
        "[m.01: is there already]", told(Type.mapOf(Type.integer(), Type.any()), "1=a,01=b", "m"));
  }

  @Test
  void aReferenceMustBeOfItsKind() {
    assertEquals(
        "[r: is a Ho?st, not a VM]", told(Type.reference("VM"), new Ref("Ho\nst", "1"), "r"));
    assertEquals(
        new Checked.Valid(new Ref("VM", "a:b")),
        Values.check(Type.reference("VM"), "a:b", Reading.STRICT, ""));
    assertEquals(
        new Checked.Valid(new Ref("VM", "a")),
        Values.check(Type.reference(""), "VM:a", Reading.STRICT, ""));
    assertEquals("a", Values.plain(Type.reference(""), new Ref("", "a"), Values.Secrets.HIDDEN));
    assertEquals("[r: names no resource]", told(Type.reference(""), "VM:", "r"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* * * * *",
        "0 6 * * mon-fri",
        "*/5 0-23/2 1,15 JAN-dec ?",
        "0 0 l * 5l",
        "0 0 * * sat-mon",
        "30 0 0 1 1 *",
        "0 0 0 1 1 ? 2027",
        " 0  6 * * 7 "
      })
  void cronExpressionsHaveFiveToSevenFields(String text) {
    assertInstanceOf(Checked.Valid.class, cron(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "* * * *", "* * * * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *",
        "* * * * 8", "*/0 * * * *", "5-1 * * * *", "1,,2 * * * *", "a * * * *", "* * * * mon-",
            "l * * * *",
        "0 0 0 1 1 ? 1900", "*/60 * * * *", "? * * * *", "0 0 l/2 * *", "0 l * * *", "-1 * * * *",
            "\u0661 * * * *"
      })
  void whatIsNoCronExpressionIsRefused(String text) {
    assertInstanceOf(Checked.Invalid.class, cron(text));
  }

  private static Checked cron(String text) {
    return Values.check(Type.text(TextFormat.CRON), text, Reading.STRICT, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"\"",
        "0",
        "-0.0e-10",
        "null",
        " { \"a\" : [ true , false ] } ",
        "1E5",
        "\"\\u00e9\\n\"",
        "123456789012345678901234567890"
      })
  void aJsonDocumentIsTaken(String text) {
    assertInstanceOf(Checked.Valid.class, json(text), () -> json(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "[,1]",
        "{\"a\":}",
        "{\"a\" 1}",
        "{a:1}",
        "'a'",
        "01",
        "1.",
        ".5",
        "+1",
        "-",
        "1e",
        "nul",
        "NaN",
        "\"\t\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u\u0661\u0661\u0661\u0661\"",
        "[] []",
        "// x\n1",
        "{\"a\":1,}"
      })
  void whatIsNoJsonIsRefusedWithLineAndColumn(String text) {
    String told = json(text).toString();
    assertTrue(told.contains("is not JSON: ") && told.contains(", at line "), told);
  }

  private static Checked json(String text) {
    return Values.check(Type.text(TextFormat.JSON), text, Reading.STRICT, "");
  }

  @Test
  void jsonMayBeFiveHundredLevelsDeepAndNoMore() {
    assertInstanceOf(Checked.Valid.class, json("[".repeat(500) + "]".repeat(500)));
    assertTrue(
        json("[".repeat(502) + "]".repeat(502)).toString().contains("nested deeper than 500"));
  }

  private static String told(Type type, Object input, String path) {
    Checked checked = Values.check(type, input, Reading.LENIENT, path);
    return assertInstanceOf(Checked.Invalid.class, checked).faults().toString();
  }

  private static String refusal(java.util.function.Supplier<Object> declaration) {
    return assertThrows(IllegalArgumentException.class, declaration::get).getMessage();
  }
}
