package hotshoe.shell.command;

import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.operation.Operations;
import hotshoe.resource.Filter;
import hotshoe.resource.Resources;
import hotshoe.shell.command.Completes.Kind;
import hotshoe.type.Field;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be written after {@code op:info} and {@code op:call}. */
final class OperationOffers implements Assistant {

  private static final int MOST = 500;
  private static final List<String> WITH_VALUE = List.of("--on", "--limit");

  private final Operations operations;
  private final Resources resources;

  OperationOffers(Operations operations, Resources resources) {
    this.operations = operations;
    this.resources = resources;
  }

  @Override
  public Collection<Offer> offers(Kind kind, List<String> words, String begun) {
    Optional<String> operation = operation(words);
    return switch (kind) {
      case OPERATION -> operation.isPresent() ? List.of() : operations(begun);
      case ARGUMENT ->
          operation.flatMap(this::find).map(o -> arguments(o, words, begun)).orElse(List.of());
      case RESOURCE -> resources(operation.flatMap(this::find));
      default -> List.of();
    };
  }

  /** The first word after the command that is neither an option nor an option's value. */
  private static Optional<String> operation(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      boolean isValue = WITH_VALUE.contains(words.get(i - 1));
      if (!isValue && !words.get(i).startsWith("-")) {
        return Optional.of(words.get(i));
      }
    }
    return Optional.empty();
  }

  private Optional<OperationDescription> find(String name) {
    return Calling.meant(operations, name);
  }

  private List<Offer> operations(String begun) {
    return operations.list().stream()
        .filter(o -> !begun.isEmpty() || !o.traits().contains(Trait.HIDDEN))
        .filter(o -> o.lifecycle().removed().isEmpty())
        .limit(MOST)
        .map(o -> Offer.of(word(o.name().toString()), o.description()))
        .toList();
  }

  /** Names may hold blanks. */
  private static String word(String name) {
    return name.indexOf(' ') < 0 ? name : "'" + name + "'";
  }

  private static List<Offer> arguments(
      OperationDescription operation, List<String> words, String begun) {
    return operation.parameters().stream()
        .filter(
            field -> words.stream().noneMatch(word -> Arguments.name(word).equals(field.name())))
        .flatMap(field -> argument(field, begun))
        .toList();
  }

  private static Stream<Offer> argument(Field field, String begun) {
    List<String> choices = Arguments.choices(field.type());
    if (begun.startsWith(field.name() + "=") && !choices.isEmpty()) {
      return choices.stream().map(choice -> Offer.of(field.name() + "=" + choice, ""));
    }
    return Stream.of(new Offer(field.name() + "=", field.description(), false));
  }

  private List<Offer> resources(Optional<OperationDescription> operation) {
    Filter filter =
        operation
            .flatMap(OperationDescription::resourceKind)
            .map(Filter.ALL::kind)
            .orElse(Filter.ALL);
    return resources.list(filter).stream()
        .limit(MOST)
        .map(resource -> Offer.of(resource.ref().toString(), resource.name()))
        .toList();
  }

  /** Also when the name is misspelt or means several operations. */
  @Override
  public boolean holdsSecret(List<String> words) {
    List<OperationDescription> meant =
        operation(words).map(operations::candidates).orElse(List.of());
    return (meant.isEmpty() ? operations.list() : meant)
        .stream()
            .flatMap(operation -> operation.parameters().stream())
            .anyMatch(field -> isGivenSecret(field, words));
  }

  private static boolean isGivenSecret(Field field, List<String> words) {
    return Arguments.isSecret(field.type())
        && words.stream().anyMatch(word -> word.startsWith(field.name() + "="));
  }
}
