package hotshoe.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Access;
import hotshoe.conformance.Proves;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.operation.OperationDescription.Messages;
import hotshoe.operation.OperationName;
import hotshoe.type.Checked;
import hotshoe.type.Field;
import hotshoe.type.SecretText;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import hotshoe.type.TypeWords;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of an operation: a widget for each type, the rules of the client, and what is sent. */
class FormTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  @Proves("CS-69")
  void everyTypeFormatAndOptionOfAnActionHasItsWidgetAndItsRules() {
    assertEquals(
        List.of(
            "STRING NONE: text, required",
            "STRING UUID: text, required uuid",
            "STRING EMAIL: text, required email",
            "STRING PASSWORD: masked, required",
            "STRING URL: text, required url",
            "NUMBER NONE: number 0, required",
            "NUMBER DECIMAL: number 2, required",
            "BOOLEAN NONE: switch, off",
            "DATE NONE: date-time, required",
            "STRING NONE a,b: select [a, b], required",
            "STRING EMAIL a@b,c@d: select [a@b, c@d], required",
            "NUMBER NONE 1,2: select [1, 2], required",
            "NUMBER DECIMAL 0.5: select [0.5], required"),
        Stream.of(
                "STRING NONE",
                "STRING UUID",
                "STRING EMAIL",
                "STRING PASSWORD",
                "STRING URL",
                "NUMBER NONE",
                "NUMBER DECIMAL",
                "BOOLEAN NONE",
                "DATE NONE",
                "STRING NONE a,b",
                "STRING EMAIL a@b,c@d",
                "NUMBER NONE 1,2",
                "NUMBER DECIMAL 0.5")
            .map(words -> words + ": " + shown(field(words, true)))
            .toList());
    assertEquals("text, uuid", shown(field("STRING UUID", false)));
    assertEquals("switch, off", shown(field("BOOLEAN NONE", false)));
    assertEquals("select [a, b], ", shown(field("STRING NONE a,b", false)));
  }

  private static FormField field(String words, boolean required) {
    String[] parts = words.split(" ");
    Checked meaning = TypeWords.of(parts[0], parts[1], parts.length > 2 ? parts[2] : "").meaning();
    Type type = (Type) ((Checked.Valid) meaning).value();
    return form(Field.required("x", required ? type : Type.optional(type), "")).fields().get(0);
  }

  private static String shown(FormField field) {
    String widget = field.widget().word();
    if (field.widget() instanceof Widget.NumberBox box) {
      widget += " " + box.decimals();
    }
    if (field.widget() instanceof Widget.Select select) {
      widget += " " + select.options().stream().map(Type.Choice.Item::value).toList();
    }
    String off = field.initial().equals(Optional.of(false)) ? "off" : "";
    return widget
        + ", "
        + off
        + String.join(
            " ",
            field.rules().stream().map(it -> it.kind().name().toLowerCase(Locale.ROOT)).toList());
  }

  private static Form form(Field... fields) {
    return Form.of(
        new OperationDescription(
            OperationName.of("racks.Blink it"),
            "Blink",
            "Makes a rack blink.",
            List.of(fields),
            Type.nothing(),
            List.of(),
            Access.role("user"),
            Optional.of("VirtualMachine"),
            Optional.empty(),
            Set.of(),
            Lifecycle.PUBLISHED,
            Messages.DEFAULT));
  }

  @Test
  @Proves("CS-69")
  void theRulesOfTheClientRefuseWhatTheyShouldAndNothingThatWasNotGiven() {
    Map<String, List<String>> good =
        Map.of(
            "STRING UUID", List.of("123e4567-e89b-12d3-a456-426614174000", ""),
            "STRING EMAIL", List.of("a.b+c@example", " a@b ", ""),
            "STRING URL", List.of("https://example.com/x", "FILE:/x", ""));
    Map<String, List<String>> bad =
        Map.of(
            "STRING UUID", List.of("1-2-3-4-5", "x"),
            "STRING EMAIL", List.of("a", "a@", "a b@c"),
            "STRING URL", List.of("example.com", "gopher://x", "http:"));
    good.forEach(
        (words, answers) ->
            answers.forEach(
                it -> assertEquals(List.of(), field(words, false).faults(it), words + it)));
    bad.forEach(
        (words, answers) ->
            answers.forEach(it -> assertEquals(1, field(words, false).faults(it).size(), it)));
    assertEquals(List.of("must be given"), field("STRING NONE", true).faults("  "));
    assertTrue(field("STRING NONE", true).isRequired());
    assertFalse(field("STRING NONE", false).isRequired());
    FormField slow = form(Field.required("x", pattern("(a+)+b"), "")).fields().get(0);
    assertEquals(1, slow.faults("a".repeat(5_000)).size());
  }

  private static Type pattern(String pattern) {
    return new Type.Text(TextFormat.PLAIN, 0, Integer.MAX_VALUE, pattern);
  }

  @Test
  @Proves("CS-69")
  void blankAnswersAreNotSentSwitchesAlwaysAreAndMomentsGetTheOffsetOfTheirDay() {
    Form form =
        form(
            Field.required("name", Type.text(), ""),
            Field.required("on", Type.bool(), ""),
            Field.required("maybe", Type.optional(Type.bool()), ""),
            Field.defaulting("lit", Type.bool(), true, ""),
            Field.required("winter", Type.dateTime(), ""),
            Field.required("summer", Type.dateTime(), ""),
            Field.required("said", Type.dateTime(), ""),
            Field.required("pass", Type.secret(), ""),
            Field.required("odd", Type.dateTime(), ""));
    assertEquals(
        Map.of(
            "on", "true",
            "maybe", "false",
            "lit", "true",
            "winter", "2026-01-31T10:00:00+01:00",
            "summer", "2026-07-31T10:00:30+02:00",
            "said", "2026-01-31T10:00:00+0530",
            "pass", " p ",
            "odd", "tomorrow",
            "other", "kept"),
        form.sent(
            Map.of(
                "name", "  ",
                "on", " true",
                "winter", "2026-01-31T10:00",
                "summer", "2026-07-31 10:00:30",
                "said", "2026-01-31T10:00:00+0530",
                "pass", " p ",
                "odd", "tomorrow",
                "other", "kept"),
            BERLIN));
  }

  @Test
  void everyOtherTypeHasAWidgetAndNoSecretStandsInAnyForm() {
    Type part = Type.record("Part", Field.required("a", Type.integer(1, 3), ""));
    Form form =
        form(
            Field.required("list", Type.listOf(part), ""),
            Field.required("map", Type.mapOf(Type.bool()), ""),
            Field.required("file", new Type.Bytes(10), ""),
            Field.required("where", Type.reference("Host"), ""),
            Field.required("text", Type.text(TextFormat.LINES), ""),
            Field.required("short", new Type.Text(TextFormat.PLAIN, 1, 4, "[a-z]+"), "Of it."),
            Field.required("any", Type.any(), ""),
            Field.defaulting(
                "keys", Type.listOf(Type.secret()), List.of(SecretText.of("s3cret")), ""));
    assertEquals(
        List.of("list", "map", "file", "resource", "lines", "text", "json", "list"),
        form.fields().stream().map(field -> field.widget().word()).toList());
    String document = form.document().toString();
    assertFalse(document.contains("initial=[") || document.contains("s3cret"), document);
    assertTrue(
        document.contains(
            "element={widget=group, required=false, fields=[{name=a, label=a, widget=number,"
                + " required=true, decimals=0, minimum=1, maximum=3,"
                + " rules=[{rule=required, message=must be given}]}], rules=[]}"),
        document);
    assertTrue(
        document.contains(
            "{rule=length, pattern=[\\s\\S]{1,4}, message=must have 1 to 4 characters},"
                + " {rule=pattern, pattern=[a-z]+, message=must be written like [a-z]+}"),
        document);
    assertTrue(
        document.startsWith(
            "{operation=racks.Blink it, title=Blink, description=Makes a rack blink.,"
                + " resourceKind=VirtualMachine, fields=["),
        document);
  }
}
