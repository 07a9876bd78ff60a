package hotshoe.form;

import hotshoe.form.Widget.DateTimePicker;
import hotshoe.form.Widget.FilePicker;
import hotshoe.form.Widget.Group;
import hotshoe.form.Widget.JsonBox;
import hotshoe.form.Widget.MaskedBox;
import hotshoe.form.Widget.NumberBox;
import hotshoe.form.Widget.Pairs;
import hotshoe.form.Widget.ResourcePicker;
import hotshoe.form.Widget.Rows;
import hotshoe.form.Widget.Select;
import hotshoe.form.Widget.Switch;
import hotshoe.form.Widget.TextBox;
import hotshoe.type.Field;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import hotshoe.type.Values;
import hotshoe.type.Values.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which widget and which rules a type has: decided here and nowhere else. */
final class FormFields {

  private static final Set<TextFormat> LONG =
      Set.of(TextFormat.LINES, TextFormat.JSON, TextFormat.YAML, TextFormat.SCRIPT);

  private FormFields() {}

  static FormField of(Field field) {
    Type type = present(field.type());
    List<FormRule> rules = new ArrayList<>();
    if (field.isRequired() && !(type instanceof Type.Bool)) {
      rules.add(FormRule.REQUIRED);
    }
    rules.addAll(rules(type));
    return new FormField(
        field.name(),
        field.title().isBlank() ? field.name() : field.title(),
        field.description(),
        widget(type),
        initial(field, type),
        rules);
  }

  /** The type of a value that is there. */
  private static Type present(Type type) {
    return type instanceof Type.Optional optional ? optional.of() : type;
  }

  /** A default that holds a secret is left out; a switch begins off. */
  private static Optional<Object> initial(Field field, Type type) {
    Optional<Object> plain =
        field
            .defaultValue()
            .filter(value -> !holdsSecret(type))
            .flatMap(it -> Optional.ofNullable(Values.plain(field.type(), it, Secrets.HIDDEN)));
    return type instanceof Type.Bool ? plain.or(() -> Optional.of(false)) : plain;
  }

  private static boolean holdsSecret(Type type) {
    if (type instanceof Type.ListOf list) {
      return holdsSecret(list.element());
    }
    if (type instanceof Type.MapOf map) {
      return holdsSecret(map.value());
    }
    if (type instanceof Type.Record record) {
      return record.fields().stream().anyMatch(field -> holdsSecret(field.type()));
    }
    return type instanceof Type.Optional optional
        ? holdsSecret(optional.of())
        : type instanceof Type.Secret;
  }

  private static Widget widget(Type type) {
    if (type instanceof Type.Text text) {
      return new TextBox(LONG.contains(text.format()));
    }
    if (type instanceof Type.Integer whole) {
      return new NumberBox(
          0, bound(whole.minimum(), Long.MIN_VALUE), bound(whole.maximum(), Long.MAX_VALUE));
    }
    if (type instanceof Type.Decimal decimal) {
      return new NumberBox(
          2,
          bound(decimal.minimum(), -Double.MAX_VALUE),
          bound(decimal.maximum(), Double.MAX_VALUE));
    }
    if (type instanceof Type.Bool) {
      return new Switch();
    }
    if (type instanceof Type.DateTime) {
      return new DateTimePicker();
    }
    return type instanceof Type.Choice choice ? select(choice) : special(type);
  }

  private static Widget select(Type.Choice choice) {
    return new Select(
        choice.items().stream()
            .map(
                item ->
                    new Type.Choice.Item(
                        Values.plain(choice.of(), item.value(), Secrets.HIDDEN),
                        item.label(),
                        item.description()))
            .toList());
  }

  private static <N extends Number> Optional<Number> bound(N bound, N none) {
    return bound.equals(none) ? Optional.empty() : Optional.of(bound);
  }

  private static Widget special(Type type) {
    if (type instanceof Type.Secret) {
      return new MaskedBox();
    }
    if (type instanceof Type.Bytes bytes) {
      return new FilePicker(bytes.maximumLength());
    }
    if (type instanceof Type.Reference reference) {
      return new ResourcePicker(reference.kind());
    }
    if (type instanceof Type.ListOf list) {
      return new Rows(nameless(list.element()));
    }
    if (type instanceof Type.MapOf map) {
      return new Pairs(nameless(map.value()));
    }
    return type instanceof Type.Record record
        ? new Group(record.fields().stream().map(FormFields::of).toList())
        : new JsonBox();
  }

  private static FormField nameless(Type of) {
    Type type = present(of);
    Optional<Object> initial = type instanceof Type.Bool ? Optional.of(false) : Optional.empty();
    return new FormField("", "", "", widget(type), initial, rules(type));
  }

  private static List<FormRule> rules(Type type) {
    if (!(type instanceof Type.Text text)) {
      return List.of();
    }
    List<FormRule> rules = new ArrayList<>();
    switch (text.format()) {
      case EMAIL -> rules.add(FormRule.EMAIL);
      case URL -> rules.add(FormRule.URL);
      case UUID -> rules.add(FormRule.UUID);
      default -> {
        // what else can be looked at only the host knows
      }
    }
    if (text.minimumLength() > 0 || text.maximumLength() < Integer.MAX_VALUE) {
      rules.add(length(text));
    }
    if (!text.pattern().isEmpty()) {
      rules.add(
          new FormRule(
              FormRule.Kind.PATTERN, text.pattern(), "must be written like " + text.pattern()));
    }
    return rules;
  }

  private static FormRule length(Type.Text text) {
    boolean bounded = text.maximumLength() < Integer.MAX_VALUE;
    String most = bounded ? Integer.toString(text.maximumLength()) : "";
    String message =
        bounded
            ? "must have " + text.minimumLength() + " to " + most + " characters"
            : "must have " + text.minimumLength() + " characters or more";
    return new FormRule(
        FormRule.Kind.LENGTH, "[\\s\\S]{" + text.minimumLength() + "," + most + "}", message);
  }
}
