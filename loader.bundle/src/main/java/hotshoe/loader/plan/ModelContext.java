package hotshoe.loader.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wiring;
import org.osgi.service.resolver.HostedCapability;
import org.osgi.service.resolver.ResolveContext;

/** What the resolver is told of a model: the same, in the same order, as the framework tells it. */
final class ModelContext extends ResolveContext {

  private final WiringModel model;
  private final Ledger ledger;
  private final List<Resource> required;
  private final List<Resource> wanted;
  private final Comparator<Capability> bestFirst;

  /**
   * One question to the resolver.
   *
   * @param required who has to be wired
   * @param wanted who should be, if possible
   */
  ModelContext(WiringModel model, Ledger ledger, List<Resource> required, List<Resource> wanted) {
    this.model = model;
    this.ledger = ledger;
    this.required = required;
    this.wanted = wanted;
    this.bestFirst =
        Comparator.<Capability, Boolean>comparing(offer -> !model.isWired(offer.getResource()))
            .thenComparing(ModelContext::version, Comparator.reverseOrder())
            .thenComparing(offer -> model.age(offer.getResource()));
  }

  @Override
  public Collection<Resource> getMandatoryResources() {
    return new ArrayList<>(required);
  }

  @Override
  public Collection<Resource> getOptionalResources() {
    return new ArrayList<>(wanted);
  }

  /** Fragments do not join hosts that are wired already. */
  @Override
  public List<Capability> findProviders(Requirement need) {
    boolean isHost = need.getNamespace().equals(HostNamespace.HOST_NAMESPACE);
    List<Capability> found = new ArrayList<>();
    for (Capability offer : ledger.matching(need)) {
      if (model.isOffered(offer) && !(isHost && model.isWired(offer.getResource()))) {
        found.add(offer);
      }
    }
    found.sort(bestFirst);
    return found;
  }

  /** Of packages and bundles the highest version is the best; of other things none is better. */
  private static Version version(Capability offer) {
    String attribute =
        switch (offer.getNamespace()) {
          case PackageNamespace.PACKAGE_NAMESPACE -> PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE;
          case BundleNamespace.BUNDLE_NAMESPACE ->
              BundleNamespace.CAPABILITY_BUNDLE_VERSION_ATTRIBUTE;
          default -> "";
        };
    return offer.getAttributes().get(attribute) instanceof Version version
        ? version
        : Version.emptyVersion;
  }

  @Override
  public int insertHostedCapability(List<Capability> offers, HostedCapability hosted) {
    int at = Collections.binarySearch(offers, hosted, bestFirst);
    int place = at < 0 ? -(at + 1) : at;
    offers.add(place, hosted);
    return place;
  }

  @Override
  public boolean isEffective(Requirement need) {
    return Anatomy.isEffective(need.getDirectives());
  }

  @Override
  public Map<Resource, Wiring> getWirings() {
    return model.wirings();
  }

  @Override
  public Collection<Resource> findRelatedResources(Resource host) {
    return Anatomy.isFragment(host) ? List.of() : model.fragmentsFor(host);
  }
}
