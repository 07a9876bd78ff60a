package hotshoe.shell.text;

import static java.util.stream.Collectors.joining;

import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import java.util.Locale;

/** Types in a few words. */
final class TypeText {

  private TypeText() {}

  static String of(Type type) {
    if (type instanceof Type.Text text) {
      return text(text);
    }
    if (type instanceof Type.Integer integer) {
      return isOf32Bits(integer)
          ? "integer, 32 bits"
          : "integer" + range(integer.minimum(), Long.MIN_VALUE, integer.maximum(), Long.MAX_VALUE);
    }
    if (type instanceof Type.Decimal decimal) {
      return "decimal"
          + range(decimal.minimum(), -Double.MAX_VALUE, decimal.maximum(), Double.MAX_VALUE);
    }
    if (type instanceof Type.Bool) {
      return "true or false";
    }
    if (type instanceof Type.DateTime) {
      return "moment";
    }
    return type instanceof Type.Choice choice
        ? choice.items().stream()
            .map(i -> i.value().toString())
            .collect(joining(", ", "one of ", ""))
        : structure(type);
  }

  private static boolean isOf32Bits(Type.Integer type) {
    return type.minimum() == Integer.MIN_VALUE && type.maximum() == Integer.MAX_VALUE;
  }

  private static String structure(Type type) {
    if (type instanceof Type.Secret) {
      return "secret";
    }
    if (type instanceof Type.Bytes) {
      return "bytes, as Base64";
    }
    if (type instanceof Type.Reference reference) {
      return reference.kind().isEmpty() ? "resource" : reference.kind();
    }
    if (type instanceof Type.ListOf list) {
      return (list.unique() ? "set of " : "list of ") + of(list.element());
    }
    if (type instanceof Type.MapOf map) {
      return "map of " + of(map.value());
    }
    if (type instanceof Type.Record record) {
      return record.fields().stream()
          .map(field -> field.name())
          .collect(joining(", ", record.name() + " {", "}"));
    }
    if (type instanceof Type.Optional optional) {
      return of(optional.of());
    }
    return type instanceof Type.Nothing ? "nothing" : "anything";
  }

  private static String text(Type.Text type) {
    String name =
        type.format() == TextFormat.PLAIN
            ? "text"
            : "text, " + type.format().name().toLowerCase(Locale.ROOT);
    String pattern = type.pattern().isEmpty() ? "" : " like " + type.pattern();
    boolean bounded = type.minimumLength() > 0 || type.maximumLength() < Integer.MAX_VALUE;
    String length =
        bounded
            ? ", length" + range(type.minimumLength(), 0, type.maximumLength(), Integer.MAX_VALUE)
            : "";
    return name + pattern + length;
  }

  private static <N extends Number> String range(N minimum, N lowest, N maximum, N highest) {
    if (minimum.equals(lowest)) {
      return maximum.equals(highest) ? "" : " up to " + number(maximum);
    }
    return maximum.equals(highest)
        ? " from " + number(minimum)
        : " " + number(minimum) + " to " + number(maximum);
  }

  private static String number(Number number) {
    String text = number.toString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
