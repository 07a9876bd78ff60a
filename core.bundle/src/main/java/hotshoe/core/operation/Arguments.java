package hotshoe.core.operation;

import hotshoe.problem.Nearest;
import hotshoe.type.Field;
import hotshoe.type.SecretText;
import hotshoe.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds arguments by their names, and parts of them by path (row UE-27).
 *
 * @param parameters what is declared
 * @param values what was given, in canonical form
 */
record Arguments(Type.Record parameters, Map<String, Object> values) {

  /** The argument, cast; null when it is absent. */
  <T> T find(String path, Class<T> type) {
    Object found = value(parameters, values, path, path);
    Object value =
        found instanceof Optional<?> optional && type != Optional.class
            ? optional.orElse(null)
            : found;
    if (value != null && !type.isInstance(value)) {
      throw new IllegalArgumentException(
          path + " is a " + value.getClass().getSimpleName() + ", not a " + type.getSimpleName());
    }
    return type.cast(value);
  }

  /** The text of an argument, for a file. */
  String text(String path) {
    Object value = find(path, Object.class);
    if (value instanceof SecretText secret) {
      return secret.reveal();
    }
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(path + (value == null ? " is absent" : " is no text"));
  }

  private static Object value(Type.Record record, Object values, String path, String whole) {
    Field field = field(record, path, whole);
    Object value = values instanceof Map<?, ?> map ? map.get(field.name()) : null;
    if (field.name().length() == path.length()) {
      return value;
    }
    Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    String rest = path.substring(field.name().length() + 1);
    Type type = field.type() instanceof Type.Optional optional ? optional.of() : field.type();
    if (type instanceof Type.Record part) {
      return value(part, inner, rest, whole);
    }
    if (type instanceof Type.MapOf || type instanceof Type.Any) {
      // null: what an absent argument is, see Invocation
      return inner instanceof Map<?, ?> map ? map.get(rest) : null;
    }
    throw new IllegalArgumentException(
        whole + " is not declared: " + field.name() + " has no parts");
  }

  private static Field field(Type.Record record, String path, String whole) {
    List<Field> fields = record.fields();
    int best = -1;
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.get(i).name();
      int length = name.length();
      boolean fits =
          path.startsWith(name) && (path.length() == length || path.charAt(length) == '.');
      if (fits && (best < 0 || length > fields.get(best).name().length())) {
        best = i;
      }
    }
    if (best < 0) {
      throw unknown(record, whole);
    }
    return fields.get(best);
  }

  private static IllegalArgumentException unknown(Type.Record record, String whole) {
    List<String> names = record.fields().stream().map(Field::name).toList();
    String near = Nearest.to(whole, names);
    return new IllegalArgumentException(
        "no parameter is called " + whole + (near.isEmpty() ? "" : "; did you mean " + near + "?"));
  }
}
