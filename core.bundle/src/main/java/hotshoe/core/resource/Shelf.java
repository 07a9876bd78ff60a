package hotshoe.core.resource;

import hotshoe.resource.Resource;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** All resources of a kind as they are at one moment. Immutable. */
final class Shelf {

  private static final Comparator<Resource> BY_NAME =
      Comparator.comparing(Resource::name).thenComparing(resource -> resource.ref().id());

  private final String kind;
  private final Map<String, Resource> byId;
  private final AtomicReference<List<Resource>> byName = new AtomicReference<>(List.of());

  /** What is given is given away. */
  Shelf(String kind, Map<String, Resource> byId) {
    this.kind = kind;
    this.byId = Collections.unmodifiableMap(byId);
  }

  /** A shelf with nothing on it. */
  static Shelf empty(String kind) {
    return new Shelf(kind, Map.of());
  }

  String kind() {
    return kind;
  }

  /** In the order in which they came, which is that of the file. */
  Map<String, Resource> byId() {
    return byId;
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  /** By name; sorted when somebody first asks. */
  List<Resource> byName() {
    List<Resource> sorted = byName.get();
    if (sorted.size() < byId.size()) {
      sorted = byId.values().stream().sorted(BY_NAME).toList();
      byName.set(sorted);
    }
    return sorted;
  }

  /** Those that people call so, by identifier. */
  Stream<Resource> named(String name) {
    return byId.values().stream().filter(resource -> resource.name().equals(name)).sorted(BY_NAME);
  }
}
