package hotshoe.loader.wiring;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** What is offered in the framework as it stands. */
final class FrameworkOffers implements Offers {

  private final FrameworkWiring wiring;
  private final Supplier<Bundle[]> everybody;
  private final Predicate<Bundle> isHidden;

  /**
   * Asks the framework.
   *
   * @param isHidden who is not there as far as wiring goes, which the framework does not heed here
   */
  FrameworkOffers(
      FrameworkWiring wiring, Supplier<Bundle[]> everybody, Predicate<Bundle> isHidden) {
    this.wiring = wiring;
    this.everybody = everybody;
    this.isHidden = isHidden;
  }

  @Override
  public Collection<BundleCapability> to(Requirement need) {
    return wiring.findProviders(need).stream()
        .filter(offer -> !isHidden.test(offer.getRevision().getBundle()))
        .toList();
  }

  @Override
  public Collection<? extends Capability> all(String namespace) {
    return to(Question.anything(namespace));
  }

  @Override
  public boolean isWired(Resource resource) {
    return resource instanceof BundleRevision revision && Bundles.isResolved(revision.getBundle());
  }

  /** The framework does not offer those that are wired already, so everybody is asked. */
  @Override
  public List<Resource> hosts(Resource fragment) {
    List<Requirement> hosts = fragment.getRequirements(HostNamespace.HOST_NAMESPACE);
    Stream<Resource> revisions =
        Arrays.stream(everybody.get())
            .map(bundle -> bundle.adapt(BundleRevision.class))
            .filter(Objects::nonNull)
            .map(Resource.class::cast);
    return revisions
        .filter(revision -> hosts.stream().anyMatch(host -> isHost(host, revision)))
        .toList();
  }

  private static boolean isHost(Requirement needed, Resource revision) {
    return needed instanceof BundleRequirement host
        && revision.getCapabilities(HostNamespace.HOST_NAMESPACE).stream()
            .anyMatch(offer -> offer instanceof BundleCapability own && host.matches(own));
  }

  @Override
  public String name(Resource resource) {
    return resource instanceof BundleRevision revision
        ? Location.of(revision.getBundle())
            .map(location -> location.name().value())
            .orElse("the host")
        : "the host";
  }
}
