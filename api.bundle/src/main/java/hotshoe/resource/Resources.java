package hotshoe.resource;

import hotshoe.caller.Caller;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.ProblemException;
import hotshoe.type.Ref;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The registry of resources, kept in {@code data/resources}. A change is on disk when its method
 * returns, and is made whole or not at all. Safe for use by many threads; reading never waits for
 * the disk.
 *
 * <p>The service itself acts as the host: it shows and changes everything. Doors use {@link
 * #as(Caller)} and nothing else, so that nobody is shown what they may not see.
 *
 * <p>All methods throw {@link ProblemException} when the caller may not do this, when a kind, an
 * identifier, a name or a detail is malformed, or when the disk refuses.
 */
@ProviderType
public interface Resources {

  /**
   * The same registry for this caller, in whose name changes are audited. What comes out has the
   * details that they may see: visible ones, and hidden ones for administrators; never secrets. A
   * resource that they put keeps the details that they cannot see.
   */
  Resources as(Caller caller);

  /** The kinds of which there are resources, by name. */
  List<String> kinds();

  /** The resources that pass a filter, by kind, name and identifier. */
  List<Resource> list(Filter filter);

  /** All resources of a kind, by name and identifier. */
  default List<Resource> list(String kind) {
    return list(Filter.ALL.kind(kind));
  }

  /** All resources that an extension runs, by kind, name and identifier. */
  default List<Resource> runBy(ExtensionName extension) {
    return list(Filter.ALL.runBy(extension));
  }

  /** The resources of a kind that people call so, by identifier. */
  List<Resource> named(String kind, String name);

  /**
   * The resource of this reference; without a kind, the only one of this identifier. Empty when
   * there is none or more than one.
   */
  Optional<Resource> find(Ref ref);

  /**
   * The resource of this reference, as {@link #find}.
   *
   * @throws ProblemException that says what is there instead: the nearest identifier, or the kinds
   *     among which to choose
   */
  Resource require(Ref ref);

  /** Adds a resource; false when there is one of the same reference already. */
  boolean add(Resource resource);

  /** Adds a resource or replaces the one of the same reference. */
  void put(Resource resource);

  /** Puts many at once: all of a kind or none. Much quicker than one by one. */
  void putAll(Collection<Resource> resources);

  /**
   * Replaces a resource if it still is as expected.
   *
   * @param expected what {@link #find} gave to the same caller
   * @param next what it becomes; of the same reference
   * @return false when it has changed or gone meanwhile; then nothing is changed
   */
  boolean replace(Resource expected, Resource next);

  /**
   * Changes a resource in one step, whoever else changes it at the same time.
   *
   * @param change asked again when somebody else was quicker; quick and without effects
   * @return what it became; empty when there is no such resource
   */
  default Optional<Resource> update(Ref ref, UnaryOperator<Resource> change) {
    for (Optional<Resource> found = find(ref); found.isPresent(); found = find(ref)) {
      Resource next = change.apply(found.get());
      if (replace(found.get(), next)) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  /** Removes a resource; true when there was one. */
  boolean remove(Ref ref);

  /** A number that grows with every change. */
  long generation();
}
