package hotshoe.shell.command;

import hotshoe.operation.OperationDescription;
import hotshoe.resource.Resource;
import hotshoe.resource.Resources;
import hotshoe.type.Ref;
import java.util.List;
import java.util.Optional;

/** Reads which resource somebody means: by kind and identifier, by either, or by its name. */
final class Targets {

  private final Resources resources;

  Targets(Resources resources) {
    this.resources = resources;
  }

  /** The reference that is written; empty when nothing is. What it leads to is checked later. */
  Optional<Ref> read(String text, Optional<OperationDescription> operation) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int colon = text.indexOf(':');
    String kind =
        colon > 0
            ? text.substring(0, colon)
            : operation.flatMap(OperationDescription::resourceKind).orElse("");
    Ref ref = new Ref(kind, text.substring(colon + 1));
    return Optional.of(resources.find(ref).map(Resource::ref).orElseGet(() -> named(ref)));
  }

  /** Asks on what, when the operation acts on something and a person can be asked. */
  Optional<Ref> complete(Optional<Ref> given, OperationDescription operation, Dialogue dialogue)
      throws InterruptedException {
    if (given.isPresent() || operation.resourceKind().isEmpty() || !dialogue.isWithPerson()) {
      return given;
    }
    String kind = operation.resourceKind().get();
    List<String> known = resources.list(kind).stream().map(r -> r.ref().id()).toList();
    return read(
        dialogue.ask(new Dialogue.Question("on which " + kind + ": ", known, false)),
        Optional.of(operation));
  }

  private Ref named(Ref ref) {
    List<Resource> named = ref.kind().isEmpty() ? List.of() : resources.named(ref.kind(), ref.id());
    return named.size() == 1 ? named.get(0).ref() : ref;
  }
}
