package hotshoe.loader.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.felix.utils.resource.CapabilitySet;
import org.apache.felix.utils.resource.RequirementImpl;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * All that bundles declare to offer, found by namespace and by the name in it, so that a need is
 * not compared with every offer there is.
 */
final class Ledger {

  private final Map<String, CapabilitySet> offers = new HashMap<>();
  private final Map<String, List<Resource>> singletons = new HashMap<>();
  private final List<Resource> fragments = new ArrayList<>();

  void add(Resource resource) {
    for (Capability offer : resource.getCapabilities(null)) {
      offers.computeIfAbsent(offer.getNamespace(), Ledger::index).addCapability(offer);
    }
    Anatomy.singleton(resource)
        .ifPresent(name -> singletons.computeIfAbsent(name, n -> new ArrayList<>()).add(resource));
    if (Anatomy.isFragment(resource)) {
      fragments.add(resource);
    }
  }

  private static CapabilitySet index(String namespace) {
    return new CapabilitySet(List.of(namespace, "name"));
  }

  /** Everything that matches a need, whoever it is from and however that one stands. */
  Set<Capability> matching(Requirement need) {
    CapabilitySet there = offers.get(need.getNamespace());
    return there == null ? Set.of() : there.match(RequirementImpl.getFilter(need), true);
  }

  /** All who declare to be the only one of this symbolic name. */
  List<Resource> singletons(String symbolicName) {
    return singletons.getOrDefault(symbolicName, List.of());
  }

  /** The fragments that could become parts of somebody. */
  List<Resource> fragmentsFor(Resource host) {
    List<Capability> asHost = host.getCapabilities(HostNamespace.HOST_NAMESPACE);
    return fragments.stream()
        .filter(
            fragment ->
                fragment.getRequirements(HostNamespace.HOST_NAMESPACE).stream()
                    .anyMatch(
                        need ->
                            asHost.stream().anyMatch(offer -> CapabilitySet.matches(offer, need))))
        .toList();
  }
}
