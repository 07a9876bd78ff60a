package hotshoe.core.resource;

import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import hotshoe.resource.Resource;
import hotshoe.type.Ref;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what somebody probably meant who named a resource that is not there. */
final class Missing {

  /** Among more than these, looking for the nearest would take longer than it helps. */
  private static final int MANY = 2000;

  private Missing() {}

  static Problem problem(Ref ref, Stock stock) {
    if (!ref.kind().isEmpty() && stock.shelf(ref.kind()).isEmpty()) {
      List<String> kinds = stock.shelves().stream().map(Shelf::kind).toList();
      return ResourceProblems.unknownKind(ref, Nearest.to(ref.kind(), kinds), kinds);
    }
    return ResourceProblems.unknown(ref, calledSo(ref, stock).or(() -> nearest(ref, stock)));
  }

  /** People give a name where an identifier is wanted. */
  private static Optional<String> calledSo(Ref ref, Stock stock) {
    return shelves(ref, stock)
        .flatMap(shelf -> shelf.named(ref.id()))
        .map(Resource::ref)
        .map(Ref::toString)
        .findFirst();
  }

  private static Optional<String> nearest(Ref ref, Stock stock) {
    List<String> ids =
        shelves(ref, stock)
            .map(shelf -> shelf.byId().keySet())
            .flatMap(Collection::stream)
            .limit(MANY + 1L)
            .toList();
    return Optional.of(ids.size() > MANY ? "" : Nearest.to(ref.id(), ids))
        .filter(near -> !near.isEmpty());
  }

  private static Stream<Shelf> shelves(Ref ref, Stock stock) {
    return ref.kind().isEmpty() ? stock.shelves().stream() : stock.shelf(ref.kind()).stream();
  }
}
