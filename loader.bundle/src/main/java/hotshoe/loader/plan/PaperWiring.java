package hotshoe.loader.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wire;
import org.osgi.resource.Wiring;

/** A wiring that the resolver found and nobody made: wires of paper. */
final class PaperWiring implements Wiring {

  private final Resource resource;
  private final List<Wire> required;
  private final List<Wire> provided = new ArrayList<>();
  private final List<Resource> fragments;

  /**
   * Wires somebody.
   *
   * @param required the wires to whom it needs
   * @param fragments those that have become parts of it
   */
  PaperWiring(Resource resource, List<Wire> required, List<Resource> fragments) {
    this.resource = resource;
    this.required = List.copyOf(required);
    this.fragments = List.copyOf(fragments);
  }

  /** Notes that somebody is wired to it. */
  void provide(Wire wire) {
    provided.add(wire);
  }

  /** Its own, and those of its fragments, without the packages that it takes from others. */
  @Override
  public List<Capability> getResourceCapabilities(String namespace) {
    Stream<Capability> own = resource.getCapabilities(namespace).stream();
    if (Anatomy.isFragment(resource)) {
      return own.filter(offer -> isOf(IdentityNamespace.IDENTITY_NAMESPACE, offer)).toList();
    }
    Set<Object> taken =
        getRequiredResourceWires(PackageNamespace.PACKAGE_NAMESPACE).stream()
            .map(wire -> packageOf(wire.getCapability()))
            .collect(Collectors.toSet());
    Stream<Capability> ofFragments =
        fragments.stream()
            .flatMap(fragment -> fragment.getCapabilities(namespace).stream())
            .filter(offer -> !isOf(IdentityNamespace.IDENTITY_NAMESPACE, offer));
    return Stream.concat(own, ofFragments)
        .filter(
            offer ->
                !isOf(PackageNamespace.PACKAGE_NAMESPACE, offer)
                    || !taken.contains(packageOf(offer)))
        .filter(offer -> Anatomy.isEffective(offer.getDirectives()))
        .toList();
  }

  private static boolean isOf(String namespace, Capability offer) {
    return offer.getNamespace().equals(namespace);
  }

  private static Object packageOf(Capability offer) {
    return offer.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE);
  }

  @Override
  public List<Requirement> getResourceRequirements(String namespace) {
    return Stream.concat(Stream.of(resource), fragments.stream())
        .flatMap(part -> part.getRequirements(namespace).stream())
        .filter(need -> !isHostOfFragment(need))
        .toList();
  }

  private boolean isHostOfFragment(Requirement need) {
    return need.getNamespace().equals(HostNamespace.HOST_NAMESPACE)
        && !need.getResource().equals(resource);
  }

  @Override
  public List<Wire> getProvidedResourceWires(String namespace) {
    return provided.stream()
        .filter(wire -> namespace == null || wire.getCapability().getNamespace().equals(namespace))
        .toList();
  }

  @Override
  public List<Wire> getRequiredResourceWires(String namespace) {
    return required.stream()
        .filter(wire -> namespace == null || wire.getCapability().getNamespace().equals(namespace))
        .toList();
  }

  @Override
  public Resource getResource() {
    return resource;
  }
}
