package hotshoe.cloudstack.registry;

import hotshoe.caller.Access;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.operation.OperationDescription.Messages;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.operation.OperationName;
import hotshoe.type.Field;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What all descriptions of this package have in common. */
final class Descriptions {

  static final Field DETAILS =
      Field.required(
          "details",
          Type.optional(Type.mapOf(Type.text())),
          "What replaces all details that are shown.");

  /** What somebody calls something: short enough for every message, and on one line. */
  static final Type NAME = new Type.Text(TextFormat.PLAIN, 1, 255, "[^\\p{Cntrl}]+");

  private Descriptions() {}

  /** An operation that changes something, for the highest role only. */
  static OperationDescription change(
      String name, String title, String text, List<Field> parameters, Type result) {
    return of(name, title, text, parameters, result, Access.role("pool-admin"), Set.of());
  }

  /** An operation that changes nothing, for this role. */
  static OperationDescription look(
      String name, String title, String text, List<Field> parameters, Type result, String role) {
    return of(name, title, text, parameters, result, Access.role(role), Set.of(Trait.READ_ONLY));
  }

  private static OperationDescription of(
      String name,
      String title,
      String text,
      List<Field> parameters,
      Type result,
      Access access,
      Set<Trait> traits) {
    return new OperationDescription(
        new OperationName(ExtensionName.HOST, name),
        title,
        text,
        parameters,
        result,
        List.of(),
        access,
        Optional.empty(),
        Optional.empty(),
        traits,
        Lifecycle.PUBLISHED,
        Messages.DEFAULT);
  }

  /** A field that may be left out. */
  static Field maybe(String name, Type type, String description) {
    return Field.required(name, Type.optional(type), description);
  }

  /** A flag that is false unless somebody says otherwise. */
  static Field flag(String name, String description) {
    return Field.defaulting(name, Type.bool(), false, description);
  }
}
