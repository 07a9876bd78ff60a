package hotshoe.universal;

import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The types of fields of templates, as types of Hotshoe (rows UE-24 to UE-28). */
final class FieldTypes {

  static final List<String> KNOWN =
      List.of(
          "Text",
          "Large Text",
          "Integer",
          "Float",
          "Boolean",
          "Array",
          "Choice",
          "Script",
          "Credential",
          "SAP Connection",
          "Database Connection");

  private FieldTypes() {}

  /**
   * The type of a field.
   *
   * @throws IllegalArgumentException when what it says contradicts itself
   */
  static Type of(Given field) {
    return switch (field.text("fieldType")) {
      case "Large Text" -> text(TextFormat.LINES, field);
      case "Integer" ->
          Type.integer(
              number(field, "intFieldMin", Long.MIN_VALUE),
              number(field, "intFieldMax", Long.MAX_VALUE));
      case "Float" -> Type.decimal();
      case "Boolean" -> Type.bool();
      case "Array" -> Type.pairsOf(Type.text());
      case "Choice" ->
          field.isTrue("choiceAllowMultiple") ? Type.listOf(choice(field)) : choice(field);
      case "Script" -> Type.text(TextFormat.SCRIPT);
      case "Credential" -> Type.credential();
      // What their parts are is not documented; any of them may be secret.
      case "SAP Connection", "Database Connection" -> Type.mapOf(Type.secret());
      default -> text(format(field), field);
    };
  }

  /** Whether its default is a value of its type, and not the name of a thing at home. */
  static boolean hasPlainDefault(Type type) {
    return !(type instanceof Type.Record) && !(type instanceof Type.MapOf);
  }

  private static TextFormat format(Given field) {
    return switch (field.text("textType")) {
      case "JSON" -> TextFormat.JSON;
      case "YAML" -> TextFormat.YAML;
      default -> TextFormat.PLAIN;
    };
  }

  private static Type text(TextFormat format, Given field) {
    long most = number(field, "fieldLength", Integer.MAX_VALUE);
    return new Type.Text(format, 0, (int) Math.max(0, Math.min(most, Integer.MAX_VALUE)), "");
  }

  /** Where the extension is asked for the values, any may come. */
  private static Type choice(Given field) {
    List<Given> choices = field.records("choices");
    if (choices.isEmpty() || field.isTrue("choiceDynamic")) {
      return Type.text();
    }
    Stream<Given> inOrder =
        field.text("choiceSortOption").equals("Sequence")
            ? choices.stream().sorted(Comparator.comparing(item -> number(item, "sequence", 0)))
            : choices.stream();
    return new Type.Choice(Type.text(), inOrder.map(FieldTypes::item).toList());
  }

  private static Type.Choice.Item item(Given choice) {
    String value = choice.text("fieldValue");
    String label =
        choice.isTrue("useFieldValueForLabel")
            ? value
            : choice.filled("fieldValueLabel").orElse(value);
    return new Type.Choice.Item(value, label, "");
  }

  static long number(Given from, String name, long otherwise) {
    String text = from.text(name).strip();
    try {
      return text.isEmpty() ? otherwise : Long.parseLong(text);
    } catch (NumberFormatException noNumber) {
      throw new IllegalArgumentException(name + " is not a whole number", noNumber);
    }
  }
}
