package hotshoe.cloudstack.mapping;

import hotshoe.extension.ExtensionName;
import hotshoe.resource.Filter;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.Resources;
import hotshoe.type.Ref;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The mappings there are. Each is a resource of the kind {@code ExtensionMapping}, run by its
 * extension and called {@code <kind>/<id>} after what is mapped; that of a physical network, which
 * several extensions can serve, {@code <kind>/<id>/<extension>}. So people find them with what
 * shows resources, and a change is on disk like any other. Safe for use by many threads; reading
 * never waits for the disk.
 */
@Component(service = Mappings.class)
public final class Mappings {

  /** The kind of resource that a mapping is. */
  public static final String KIND = "ExtensionMapping";

  /** What a cluster is called; one extension runs what is in it. */
  public static final String CLUSTER = "Cluster";

  /** What a physical network is called; several extensions can serve it. */
  public static final String NETWORK = "PhysicalNetwork";

  /** A detail of the registry's own, among those of the mapping. */
  static final String CREATED = "hotshoe.created";

  private final Resources resources;

  /** Mappings that stand in this registry. */
  @Activate
  public Mappings(@Reference Resources resources) {
    this.resources = resources;
  }

  /** The extensions that a resource is mapped to, by name: one at most of a cluster. */
  public List<Mapping> of(Ref resource) {
    Ref known = known(resource);
    if (known.kind().equalsIgnoreCase(NETWORK)) {
      return list().stream().filter(mapping -> mapping.resource().equals(known)).toList();
    }
    return resources.find(new Ref(KIND, id(known))).flatMap(Mappings::mapping).stream().toList();
  }

  /** What is mapped to an extension, by kind and identifier. */
  public List<Mapping> of(ExtensionName extension) {
    return read(resources.list(Filter.ALL.kind(KIND).runBy(extension)));
  }

  /** All of them, by kind and identifier of what is mapped. */
  public List<Mapping> list() {
    return read(resources.list(KIND));
  }

  /** The reference as its resource has it, for kinds are found in any letter case. */
  private Ref known(Ref resource) {
    return resources.find(resource).map(Resource::ref).orElse(resource);
  }

  /** What a mapping is called that is the only one of its resource. */
  static String id(Ref resource) {
    return resource.kind() + "/" + resource.id();
  }

  private static List<Mapping> read(List<Resource> found) {
    return found.stream().map(Mappings::mapping).flatMap(Optional::stream).toList();
  }

  /** Empty when somebody put a resource of our kind that is none of ours. */
  static Optional<Mapping> mapping(Resource resource) {
    int slash = resource.ref().id().indexOf('/');
    if (slash <= 0 || resource.extension().isEmpty()) {
      return Optional.empty();
    }
    ExtensionName extension = resource.extension().get();
    String kind = resource.ref().id().substring(0, slash);
    String rest = resource.ref().id().substring(slash + 1);
    String id = kind.equals(NETWORK) ? without(rest, "/" + extension) : rest;
    Map<String, Detail> details = new LinkedHashMap<>(resource.details());
    details.remove(CREATED);
    return Optional.of(new Mapping(new Ref(kind, id), extension, details, created(resource)));
  }

  private static String without(String text, String ending) {
    return text.endsWith(ending) ? text.substring(0, text.length() - ending.length()) : text;
  }

  private static Instant created(Resource resource) {
    try {
      return resource.reveal(CREATED).map(Instant::parse).orElse(Instant.EPOCH);
    } catch (DateTimeException written) {
      return Instant.EPOCH;
    }
  }
}
