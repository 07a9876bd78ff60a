package hotshoe.resource;

import hotshoe.type.Ref;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The registry of resources, kept in {@code data/resources}. Safe for use by many threads. */
@ProviderType
public interface Resources {
  /** The kinds that have resources or that operations act on, by name. */
  List<String> kinds();

  /** All resources of a kind, by name. */
  List<Resource> list(String kind);

  /** The resource of this reference; without a kind, if the identifier is unique. */
  Optional<Resource> find(Ref ref);

  /** Adds a resource or replaces the one of the same reference. */
  void put(Resource resource);

  /** Removes a resource; true when there was one. */
  boolean remove(Ref ref);
}
