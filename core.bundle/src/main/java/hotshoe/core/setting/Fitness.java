package hotshoe.core.setting;

import hotshoe.setting.Setting;
import hotshoe.type.BytesValue;
import hotshoe.type.Checked;
import hotshoe.type.Fault;
import hotshoe.type.NothingValue;
import hotshoe.type.Ref;
import hotshoe.type.SecretText;
import hotshoe.type.Type;
import hotshoe.type.Values;
import hotshoe.type.Values.Reading;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Whether a declaration makes sense: said when it is registered, not when somebody reads it. */
final class Fitness {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");

  /** Keys under which Configuration Admin keeps what is its own. */
  private static final Set<String> TAKEN = Set.of("service", "felix");

  private Fitness() {}

  /** What is wrong with it, in words. */
  static Optional<String> fault(Declared declared) {
    Setting<?> setting = declared.setting();
    if (!NAME.matcher(setting.name()).matches()) {
      return Optional.of("a name is a letter, then letters, digits, '_' and '-', at most 100");
    }
    if (TAKEN.contains(declared.owner().folded().replaceAll("\\..*", ""))) {
      return Optional.of("an extension of this name cannot have settings");
    }
    return form(setting.type())
        .or(() -> javaType(setting))
        .or(() -> pattern(setting.type()))
        .or(() -> standard(declared));
  }

  private static Optional<String> form(Type type) {
    return type instanceof Type.Nothing
        ? Optional.of("a setting of the type Nothing could have no value")
        : Optional.empty();
  }

  private static Optional<String> javaType(Setting<?> setting) {
    Class<?> given = setting.javaType();
    Class<?> canonical = canonical(setting.type());
    if (given.isEnum()) {
      return constants(setting, given);
    }
    return given.isAssignableFrom(canonical)
        ? Optional.empty()
        : Optional.of(
            "its values are %s, and not %s"
                .formatted(canonical.getSimpleName(), given.getSimpleName()));
  }

  private static Optional<String> constants(Setting<?> setting, Class<?> given) {
    if (!(setting.type() instanceof Type.Choice choice)) {
      return Optional.of("its values are " + canonical(setting.type()).getSimpleName());
    }
    Set<Object> names =
        Arrays.stream(given.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .collect(Collectors.toSet());
    return choice.items().stream()
        .map(Type.Choice.Item::value)
        .filter(value -> !names.contains(value))
        .findFirst()
        .map(value -> given.getSimpleName() + " has no constant " + value);
  }

  private static Class<?> canonical(Type type) {
    if (type instanceof Type.Choice choice) {
      return canonical(choice.of());
    }
    if (type instanceof Type.Integer) {
      return Long.class;
    }
    if (type instanceof Type.Decimal) {
      return Double.class;
    }
    if (type instanceof Type.Bool) {
      return Boolean.class;
    }
    if (type instanceof Type.DateTime) {
      return OffsetDateTime.class;
    }
    return type instanceof Type.Text ? String.class : structured(type);
  }

  private static Class<?> structured(Type type) {
    if (type instanceof Type.Secret) {
      return SecretText.class;
    }
    if (type instanceof Type.Bytes) {
      return BytesValue.class;
    }
    if (type instanceof Type.Reference) {
      return Ref.class;
    }
    if (type instanceof Type.ListOf) {
      return List.class;
    }
    if (type instanceof Type.MapOf || type instanceof Type.Record) {
      return Map.class;
    }
    if (type instanceof Type.Optional) {
      return Optional.class;
    }
    return type instanceof Type.Nothing ? NothingValue.class : Object.class;
  }

  private static Optional<String> pattern(Type type) {
    if (type instanceof Type.Text text) {
      try {
        Pattern.compile(text.pattern());
      } catch (PatternSyntaxException e) {
        return Optional.of("its pattern is no regular expression: " + e.getDescription());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> standard(Declared declared) {
    Setting<?> setting = declared.setting();
    if (declared.standard().isEmpty()) {
      return Optional.empty();
    }
    Object standard = declared.standard().get();
    Checked checked = Values.check(setting.type(), standard, Reading.STRICT, "default");
    if (checked instanceof Checked.Invalid invalid) {
      return Optional.of(
          invalid.faults().stream().map(Fault::toString).collect(Collectors.joining("; ")));
    }
    return ((Checked.Valid) checked).value().equals(standard)
        ? Optional.empty()
        : Optional.of("its default is not in the canonical form of its type");
  }
}
