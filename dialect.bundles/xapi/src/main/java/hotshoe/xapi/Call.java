package hotshoe.xapi;

import hotshoe.caller.Access;
import hotshoe.operation.OperationDescription.DeclaredError;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A call: what people are told of it, and who may make it.
 *
 * @param name as it is called and as its executable is named
 * @param doc what it does
 * @param parameters in order, without the session
 * @param result what it returns
 * @param errors the errors it declares
 * @param access who may call it
 * @param traits what callers may rely on
 * @param limit how long it may take
 * @param lifecycle since when, and until when
 */
record Call(
    String name,
    String doc,
    List<Field> parameters,
    Type result,
    List<DeclaredError> errors,
    Access access,
    Set<Trait> traits,
    Optional<Duration> limit,
    Lifecycle lifecycle) {

  Call {
    parameters = List.copyOf(parameters);
    errors = List.copyOf(errors);
    traits = Set.copyOf(traits);
  }

  /** One that nobody declared: a map of texts, anything back, and for administrators only. */
  static Call undeclared(String name) {
    return new Call(
        name,
        "An executable that is not declared: what it takes and returns is known to its author.",
        List.of(
            Field.defaulting(
                "args", Type.mapOf(Type.text()), Map.of(), "What it is given, as texts.")),
        Type.optional(Type.any()),
        List.of(),
        Access.role("pool-admin"),
        Set.of(),
        Optional.empty(),
        Lifecycle.PUBLISHED);
  }

  /** Its name as an operation: XenAPI itself takes {@code VM_start} for {@code VM.start}. */
  static String shortName(String call) {
    return call.replace('.', '_');
  }
}
