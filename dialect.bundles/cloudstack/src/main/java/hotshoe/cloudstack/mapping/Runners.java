package hotshoe.cloudstack.mapping;

import hotshoe.extension.ExtensionName;
import hotshoe.resource.Resource;
import hotshoe.resource.Resources;
import hotshoe.type.Ref;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which extension runs a resource (row CS-54): that of its cluster, which an instance has through
 * its host; those of its physical network, or the one of them that it names as its provider; else
 * the one that the resource itself says. Safe for use by many threads.
 */
@Component(service = Runners.class)
public final class Runners {

  private final Resources resources;
  private final Mappings mappings;

  /** Looks for them here. */
  @Activate
  public Runners(@Reference Resources resources, @Reference Mappings mappings) {
    this.resources = resources;
    this.mappings = mappings;
  }

  /** Its extensions, by name; empty when nothing says who runs it. */
  public Set<ExtensionName> of(Resource resource) {
    Set<ExtensionName> mapped = new TreeSet<>();
    place(resource)
        .map(mappings::of)
        .orElse(List.of())
        .forEach(mapping -> mapped.add(mapping.extension()));
    resource
        .reveal(Places.PROVIDER)
        .filter(provider -> mapped.stream().anyMatch(it -> it.value().equals(provider)))
        .ifPresent(provider -> mapped.removeIf(it -> !it.value().equals(provider)));
    if (mapped.isEmpty()) {
      resource.extension().ifPresent(mapped::add);
    }
    return mapped;
  }

  /** The cluster or the physical network that it is in. */
  private Optional<Ref> place(Resource resource) {
    String kind = resource.ref().kind();
    if (kind.equalsIgnoreCase(Mappings.CLUSTER) || kind.equalsIgnoreCase(Mappings.NETWORK)) {
      return Optional.of(resource.ref());
    }
    return cluster(resource)
        .map(id -> new Ref(Mappings.CLUSTER, id))
        .or(() -> physicalNetwork(resource));
  }

  /** The physical network that a network or a VPC is on, if its details lead to one. */
  public Optional<Ref> physicalNetwork(Resource resource) {
    return resource
        .reveal(Places.PHYSICAL_NETWORK)
        .or(
            () ->
                resource
                    .reveal(Places.VPC)
                    .flatMap(vpc -> resources.find(new Ref("Vpc", vpc)))
                    .flatMap(vpc -> vpc.reveal(Places.PHYSICAL_NETWORK)))
        .map(id -> new Ref(Mappings.NETWORK, id));
  }

  /** The host knows better than the instance, which may have moved. */
  private Optional<String> cluster(Resource resource) {
    return resource
        .reveal(Places.HOST)
        .flatMap(host -> resources.find(new Ref("Host", host)))
        .flatMap(host -> host.reveal(Places.CLUSTER))
        .or(() -> resource.reveal(Places.CLUSTER));
  }
}
