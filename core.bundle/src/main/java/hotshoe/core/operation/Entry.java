package hotshoe.core.operation;

import hotshoe.extension.ExtensionName;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.operation.OperationHandler;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** An operation as it stands in the catalogue, with all that a call needs worked out before. */
final class Entry {

  /** An absurd limit counts as a long one. */
  private static final Duration LONGEST = Duration.ofDays(365);

  final OperationDescription description;
  final OperationHandler handler;
  final Gate gate;
  final String owner;
  final String name;
  final Type.Record parameters;

  /** What is declared; empty unless it is open, for nobody else asks. */
  final Set<String> parameterNames;

  /** The parameters that name a resource to act on; the host's own operations only manage them. */
  final List<String> references;

  final Set<String> errorCodes;
  final boolean open;
  final Sentence success;
  final Sentence failure;
  private final Optional<Duration> limit;
  private final AtomicBoolean deprecationTold = new AtomicBoolean();
  private final AtomicBoolean undeclaredTold = new AtomicBoolean();

  /** Throws IllegalArgumentException when a parameter is declared twice. */
  Entry(OperationDescription description, OperationHandler handler, Gate gate, String owner) {
    this.description = description;
    this.handler = handler;
    this.gate = gate;
    this.owner = owner;
    name = description.name().toString();
    parameters = new Type.Record(description.name().shortName(), description.parameters());
    open = description.traits().contains(Trait.OPEN);
    parameterNames = open ? names(description) : Set.of();
    references = references(description);
    errorCodes =
        description.errors().stream()
            .map(OperationDescription.DeclaredError::code)
            .collect(Collectors.toUnmodifiableSet());
    success = Sentence.ofSuccess(description);
    failure = Sentence.ofFailure(description);
    limit = description.limit().map(own -> own.compareTo(LONGEST) < 0 ? own : LONGEST);
  }

  private static Set<String> names(OperationDescription description) {
    return description.parameters().stream()
        .map(Field::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> references(OperationDescription description) {
    return description.name().extension().equals(ExtensionName.HOST)
        ? List.of()
        : description.parameters().stream()
            .filter(field -> isReference(field.type()))
            .map(Field::name)
            .toList();
  }

  private static boolean isReference(Type type) {
    return type instanceof Type.Reference
        || (type instanceof Type.Optional optional && optional.of() instanceof Type.Reference);
  }

  /** How long a call may take: the shortest of its own wish and the operation's limit. */
  Duration limit(Optional<Duration> wish, Duration usual) {
    Duration own = limit.orElse(usual);
    if (wish.isEmpty() || wish.get().compareTo(own) >= 0) {
      return own;
    }
    return wish.get().isNegative() ? Duration.ZERO : wish.get();
  }

  boolean isHidden() {
    return description.traits().contains(Trait.HIDDEN);
  }

  boolean isRemoved() {
    return !description.lifecycle().removed().isEmpty();
  }

  /** True for the first call of a deprecated operation only. */
  boolean isToTellDeprecated() {
    return !description.lifecycle().deprecated().isEmpty()
        && !deprecationTold.get()
        && deprecationTold.compareAndSet(false, true);
  }

  /** True for the first failure with an undeclared code only. */
  boolean isToTellUndeclared(String code) {
    return !errorCodes.contains(code) && undeclaredTold.compareAndSet(false, true);
  }
}
