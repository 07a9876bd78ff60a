package hotshoe.universal;

import hotshoe.caller.Access;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.operation.OperationDescription.Messages;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.operation.OperationName;
import hotshoe.type.Field;
import hotshoe.type.Type;
import hotshoe.universal.Template.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The operations that a template stands for: {@code start}, {@code choices-<field>} for each field
 * whose values the extension is asked for, and {@code command-<name>} for each command. Without a
 * template there is just {@code start}, which takes whatever it is given.
 */
record TemplateOperations(ExtensionName extension, Template template) {

  /** The name under which an author's name can be called. */
  static String shortName(String prefix, String name) {
    String safe = name.replaceAll("[^A-Za-z0-9_ -]", "_");
    String whole = prefix + safe;
    return whole.length() > 200 ? whole.substring(0, 200) : whole;
  }

  static String choices(TemplateField field) {
    return shortName("choices-", field.name());
  }

  static String command(Command command) {
    return shortName("command-", command.name());
  }

  List<OperationDescription> all() {
    List<OperationDescription> all = new ArrayList<>(List.of(start()));
    template.fields().stream()
        .filter(field -> field.dynamic().isPresent())
        .map(this::choicesOf)
        .forEach(all::add);
    template.commands().stream().map(this::commandOf).forEach(all::add);
    return all;
  }

  private OperationDescription start() {
    String title = template.name().isBlank() ? extension.value() : template.name();
    return description(
        "start",
        title,
        template.description().isBlank() ? "Runs " + title + "." : template.description(),
        parameters(template.fields().stream().filter(field -> !field.output()).toList()),
        result(),
        Optional.empty(),
        template.equals(Template.NONE) ? Set.of(Trait.OPEN) : Set.of());
  }

  private OperationDescription choicesOf(TemplateField field) {
    return description(
        choices(field),
        "Choices of " + label(field),
        "The values that can be chosen for " + label(field) + ".",
        parameters(template.fields(field.dynamic().orElseThrow())),
        Type.listOf(Type.text()),
        Optional.empty(),
        Set.of(Trait.READ_ONLY));
  }

  private OperationDescription commandOf(Command command) {
    String when =
        command.statuses().isEmpty()
            ? ""
            : " Allowed while a task is " + String.join(", ", command.statuses()) + ".";
    return description(
        command(command),
        command.label(),
        command.label() + "." + when,
        parameters(template.fields(command.fields())),
        Type.optional(Type.any()),
        Optional.of(command.limit()),
        Set.of());
  }

  private OperationDescription description(
      String shortName,
      String title,
      String text,
      List<Field> parameters,
      Type result,
      Optional<Duration> limit,
      Set<Trait> traits) {
    return new OperationDescription(
        new OperationName(extension, shortName),
        title,
        text,
        parameters,
        result,
        List.of(),
        Access.role("pool-operator"),
        Optional.empty(),
        limit,
        traits,
        Lifecycle.PUBLISHED,
        Messages.DEFAULT);
  }

  /** Those that must be given come first, as callers who count expect. */
  private static List<Field> parameters(List<TemplateField> fields) {
    return fields.stream()
        .map(TemplateOperations::parameter)
        .sorted(Comparator.comparing(field -> !field.isRequired()))
        .toList();
  }

  private static Field parameter(TemplateField field) {
    Field given = field.field();
    Type type = field.isNeeded() ? given.type() : Type.optional(given.type());
    return new Field(given.name(), type, given.defaultValue(), given.title(), given.description());
  }

  /** What comes of a run (row UE-30), with the fields that only the extension writes. */
  private Type result() {
    List<Field> outputs =
        template.fields().stream()
            .filter(TemplateField::output)
            .map(field -> parameter(field))
            .toList();
    return Type.record(
        "ExtensionResult",
        Field.required("rc", Type.integer(), "The return code."),
        Field.required("message", Type.optional(Type.text()), "What it says of it."),
        Field.required("unv_output", Type.optional(Type.text()), "Its own output."),
        Field.required(
            "output_fields", new Type.Record("OutputFields", outputs), "What it wrote."));
  }

  private static String label(TemplateField field) {
    return field.field().title().isBlank() ? field.name() : field.field().title();
  }
}
