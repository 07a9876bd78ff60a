package hotshoe.shell.text;

import static java.util.stream.Collectors.joining;

import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.DeclaredError;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Operations as a table and one by one. */
final class OperationText {

  private static final int LABEL = 12;

  private OperationText() {}

  static Table table(List<OperationDescription> operations) {
    Table table =
        new Table(
            Column.whole("OPERATION"),
            Column.wrap("DOES"),
            Column.wrap("ROLES"),
            Column.wrap("TRAITS"));
    for (OperationDescription operation : operations) {
      table.row(
          Span.of(operation.name().toString()),
          Span.of(title(operation).orElse(operation.description())),
          Span.of(roles(operation)),
          new Span(traits(operation), tone(operation.lifecycle())));
    }
    return table;
  }

  /** Its title, if that says more than its name. */
  private static Optional<String> title(OperationDescription operation) {
    String title = operation.title();
    return Optional.of(title)
        .filter(t -> !t.isBlank() && !t.equalsIgnoreCase(operation.name().shortName()));
  }

  private static Tone tone(Lifecycle life) {
    if (!life.removed().isEmpty()) {
      return Tone.BAD;
    }
    return life.deprecated().isEmpty() ? Tone.PLAIN : Tone.CAUTION;
  }

  private static String roles(OperationDescription operation) {
    return operation.access().anyOf().isEmpty()
        ? "the host only"
        : operation.access().anyOf().stream().sorted().collect(joining(", "));
  }

  private static String traits(OperationDescription operation) {
    Lifecycle life = operation.lifecycle();
    Stream<String> traits =
        operation.traits().stream()
            .sorted()
            .map(trait -> trait.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    Stream<String> age =
        Stream.of(
            life.removed().isEmpty() ? "" : "removed",
            life.removed().isEmpty() && !life.deprecated().isEmpty() ? "deprecated" : "");
    return Stream.concat(traits, age).filter(word -> !word.isEmpty()).collect(joining(", "));
  }

  static void one(OperationDescription operation, Page page) {
    page.line(
        new Span(operation.name().toString(), Tone.STRONG),
        Span.of(title(operation).map(title -> ": " + title).orElse("")));
    part(page, "does", operation.description());
    part(page, "returns", TypeText.of(operation.result()));
    part(page, "who", roles(operation));
    operation
        .access()
        .keys()
        .forEach(
            key ->
                part(
                    page,
                    "",
                    key(
                        key.parameter(),
                        key.key(),
                        key.anyOf().stream().sorted().collect(joining(", ")))));
    part(page, "acts on", operation.resourceKind().map(k -> k + ", given with --on").orElse(""));
    part(page, "limit", operation.limit().map(Moment::of).orElse(""));
    part(page, "traits", traits(operation));
    life(operation.lifecycle(), page);
    part(page, "on success", operation.messages().success());
    part(page, "on failure", operation.messages().failure());
    if (!operation.parameters().isEmpty()) {
      page.gap().table(parameters(operation.parameters()));
    }
    if (!operation.errors().isEmpty()) {
      page.gap().table(errors(operation.errors()));
    }
    page.gap().paragraph("op:call " + example(operation));
  }

  private static String key(String parameter, String key, String roles) {
    return parameter + (key.isEmpty() ? "" : "." + key) + " needs " + roles;
  }

  private static void life(Lifecycle life, Page page) {
    part(page, "since", life.since());
    part(page, "deprecated", life.deprecated());
    part(page, "removed", life.removed());
    part(page, "because", life.reason());
  }

  private static Table parameters(List<Field> parameters) {
    Table table =
        new Table(
            Column.whole("PARAMETER"),
            Column.wrap("TYPE"),
            Column.cut("DEFAULT"),
            Column.wrap("WHAT"));
    for (Field field : parameters) {
      table.row(
          new Span(field.name(), field.isRequired() ? Tone.STRONG : Tone.PLAIN),
          Span.of(TypeText.of(field.type())),
          defaulting(field),
          Span.of(field.description().isEmpty() ? field.title() : field.description()));
    }
    return table;
  }

  private static Span defaulting(Field field) {
    if (field.isRequired()) {
      return new Span("required", Tone.CAUTION);
    }
    return field
        .defaultValue()
        .map(value -> Span.of(PlainText.word(field.type(), value)))
        .orElse(new Span("none", Tone.FAINT));
  }

  private static Table errors(List<DeclaredError> errors) {
    Table table = new Table(Column.whole("ERROR"), Column.cut("TELLS"), Column.wrap("WHEN"));
    for (DeclaredError error : errors) {
      table.row(
          Span.of(error.code()),
          Span.of(String.join(", ", error.parameters())),
          Span.of(error.description()));
    }
    return table;
  }

  /** A line to begin with: what must be given stands there. */
  private static String example(OperationDescription operation) {
    String name = operation.name().toString();
    String target = operation.resourceKind().map(kind -> " --on " + kind + ":ID").orElse("");
    return (name.indexOf(' ') < 0 ? name : "'" + name + "'")
        + operation.parameters().stream()
            .filter(field -> field.isRequired() && !(field.type() instanceof Type.Secret))
            .map(field -> " " + field.name() + "=" + field.name().toUpperCase(Locale.ROOT))
            .collect(joining())
        + target;
  }

  private static void part(Page page, String label, String text) {
    if (!text.isEmpty()) {
      page.labelled("  ", new Span(label, Tone.FAINT), LABEL, Span.of(text));
    }
  }
}
