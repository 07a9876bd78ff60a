package hotshoe.universal;

import hotshoe.type.Field;
import hotshoe.type.Type;

/**
 * What is read of a {@code template.json}, which a program writes; it holds much more, about
 * columns of forms and of databases. Whatever is not a list or a truth is taken as it is written.
 */
final class TemplateType {

  private static final Type.Record CHOICE =
      Type.record(
          "Choice",
          Field.required("fieldValue", Type.text(), "The value."),
          text("fieldValueLabel", "What people see."),
          text("sequence", "Its place."),
          truth("useFieldValueForLabel", "Whether people see the value."));

  private static final Type.Record FIELD =
      Type.record(
          "Field",
          Field.required("name", Type.text(), "What programs call it."),
          text("label", "What people see."),
          text("hint", "What it is for."),
          text("sequence", "Its place."),
          Field.required("fieldType", Type.text(), "What it holds."),
          Field.required("fieldMapping", Type.text(), "What other fields and commands call it."),
          text("fieldRestriction", "Whether only the extension writes it."),
          text("fieldValue", "Its default."),
          text("fieldLength", "The most characters."),
          text("intFieldMin", "The least number."),
          text("intFieldMax", "The greatest number."),
          text("textType", "Plain, JSON or YAML."),
          truth("required", "Whether it must be given."),
          text("requireIfField", "The field that decides whether it must be given."),
          text("requireIfFieldValue", "The values of that field, parted by commas."),
          truth("requireIfVisible", "Whether it must be given when it is shown."),
          text("showIfField", "The field that decides whether it is shown."),
          text("showIfFieldValue", "The values of that field, parted by commas."),
          truth("preserveOutputOnRerun", "Whether what was written is there for the next run."),
          truth("choiceDynamic", "Whether the extension is asked for the values."),
          truth("choiceAllowMultiple", "Whether several values can be chosen."),
          text("choiceSortOption", "How the values are sorted."),
          list("choiceFields", Type.text(), "The fields that the extension is given then."),
          list("choices", CHOICE, "The values."));

  private static final Type.Record COMMAND =
      Type.record(
          "Command",
          Field.required("name", Type.text(), "What programs call it."),
          text("label", "What people see."),
          list("statuses", Type.text(), "In which states of a task it is allowed."),
          list("fields", Type.text(), "The fields it is given."),
          text("timeout", "Seconds it may take."),
          text("executionOption", "In the process of the task, or out of it."),
          truth("asynchronous", "Whether nobody waits for it."));

  static final Type.Record TEMPLATE =
      Type.record(
          "UniversalTemplate",
          Field.required("name", Type.text(), "What people call it."),
          text("extension", "The extension it is for."),
          text("description", "What it is for."),
          list("fields", FIELD, "What a task is given."),
          list("commands", COMMAND, "What can be asked of a task."));

  private TemplateType() {}

  private static Field text(String name, String description) {
    return Field.required(name, Type.optional(Type.text()), description);
  }

  private static Field truth(String name, String description) {
    return Field.required(name, Type.optional(Type.bool()), description);
  }

  private static Field list(String name, Type element, String description) {
    return Field.required(name, Type.optional(Type.listOf(element)), description);
  }
}
