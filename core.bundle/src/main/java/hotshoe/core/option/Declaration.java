package hotshoe.core.option;

import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that a bundle declares about options.
 *
 * @param identifiers every persistent identifier that it declares options for
 * @param attributes the options under the extension's name
 * @param problems what is wrong with the declaration itself
 */
record Declaration(List<String> identifiers, List<Attribute> attributes, List<Problem> problems) {

  Declaration {
    identifiers = List.copyOf(identifiers);
    attributes = List.copyOf(attributes);
    problems = List.copyOf(problems);
  }

  /** Whether the bundle declares nothing at all, for any identifier. */
  boolean isSilent() {
    return identifiers.isEmpty() && problems.isEmpty();
  }

  /** The option with this key. */
  Optional<Attribute> find(String key) {
    return first(attribute -> attribute.key().equals(key))
        .or(() -> first(it -> Attribute.folded(it.id()).equals(Attribute.folded(key))));
  }

  /** The option that had this key before. */
  Optional<Attribute> findByPredecessor(String key) {
    return first(
        attribute ->
            attribute
                .predecessor()
                .filter(old -> Attribute.folded(old).equals(Attribute.folded(key)))
                .isPresent());
  }

  private Optional<Attribute> first(Predicate<Attribute> which) {
    return attributes.stream().filter(which).findFirst();
  }

  /** The known key that looks most like this one, or empty text when none looks like it. */
  String nearest(String key) {
    return Nearest.to(key, attributes.stream().map(Attribute::key).toList());
  }
}
