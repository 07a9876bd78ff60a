package hotshoe.loader.plan;

import hotshoe.loader.wiring.Location;
import hotshoe.loader.wiring.NameTags;
import hotshoe.loader.wiring.Offers;
import hotshoe.loader.wiring.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wire;
import org.osgi.resource.Wiring;
import org.osgi.service.resolver.ResolutionException;
import org.osgi.service.resolver.Resolver;

/**
 * The bundles of a framework and their wires, on paper: as they are at first, and then as they
 * would be. Nothing that is done here is done to the framework. Used by one thread.
 */
public final class WiringModel implements Offers {

  private final Resolver resolver;
  private final Ledger ledger = new Ledger();
  private final Map<Resource, Long> ages = new HashMap<>();
  private final Map<Resource, Wiring> wirings = new HashMap<>();
  private final Map<Resource, Set<Resource>> paperDependents = new HashMap<>();
  private final Set<Resource> hidden = new HashSet<>();
  private final NameTags<Resource> tags = new NameTags<>();

  /** The bundles of a framework as they stand, to be wired by its own resolver. */
  public WiringModel(Resolver resolver, Bundle... bundles) {
    this.resolver = resolver;
    for (Bundle bundle : bundles) {
      BundleRevision revision = bundle.adapt(BundleRevision.class);
      if (revision != null) {
        enter(revision, bundle.getBundleId());
        Location.of(bundle)
            .ifPresent(location -> tags.enter(revision, location.name().value(), revision));
        Optional.ofNullable(revision.getWiring())
            .ifPresent(wiring -> wirings.put(revision, wiring));
      }
    }
  }

  private void enter(Resource resource, long age) {
    ledger.add(resource);
    ages.put(resource, age);
  }

  /** Puts somebody in, unwired, and the name tags that are needed with him. */
  void add(Blueprint newcomer) {
    enter(newcomer, Long.MAX_VALUE);
    for (Resource owner : tags.enter(newcomer, newcomer.name(), newcomer)) {
      enter(Blueprint.tag(name(owner), owner), Long.MAX_VALUE);
    }
  }

  /** Takes these out. */
  void remove(Collection<Resource> resources) {
    ages.keySet().removeAll(resources);
    wirings.keySet().removeAll(resources);
  }

  /** Wiring goes as if these were gone, until {@link #showAll}. */
  void hide(Collection<Resource> resources) {
    hidden.addAll(resources);
    List<Resource> theirs =
        ages.keySet().stream()
            .filter(NameTags::isTag)
            .filter(tag -> NameTags.owners(tag, this).isEmpty())
            .toList();
    hidden.addAll(theirs);
  }

  void showAll() {
    hidden.clear();
  }

  /** Unwires these and all that are wired to them, unless one of those is of the host. */
  void unwire(Set<Resource> resources) {
    Set<Resource> all = dependents(resources);
    all.addAll(resources);
    if (all.stream().allMatch(WiringModel::isPassing)) {
      wirings.keySet().removeAll(all);
    }
  }

  /** Whoever is wired to these, directly or not. */
  Set<Resource> dependents(Collection<Resource> resources) {
    Set<Resource> found = new HashSet<>();
    List<Resource> open = new ArrayList<>(resources);
    while (!open.isEmpty()) {
      for (Resource dependent : directDependents(open.remove(open.size() - 1))) {
        if (found.add(dependent)) {
          open.add(dependent);
        }
      }
    }
    found.removeAll(Set.copyOf(resources));
    return found;
  }

  private Set<Resource> directDependents(Resource resource) {
    Set<Resource> dependents = new HashSet<>(paperDependents.getOrDefault(resource, Set.of()));
    Optional.ofNullable(wirings.get(resource))
        .ifPresent(
            wiring -> {
              wiring
                  .getProvidedResourceWires(null) // null: in all namespaces
                  .forEach(wire -> dependents.add(wire.getRequirer()));
              wiring
                  .getRequiredResourceWires(HostNamespace.HOST_NAMESPACE)
                  .forEach(wire -> dependents.add(wire.getProvider()));
            });
    dependents.retainAll(wirings.keySet());
    return dependents;
  }

  static boolean isPassing(Resource resource) {
    return !(resource instanceof BundleRevision revision)
        || Location.isPassing(revision.getBundle());
  }

  /** Wires as many of these as can be. */
  void resolve(Collection<Resource> resources) {
    List<Resource> wanted = resources.stream().filter(this::isSelected).toList();
    try {
      wire(resolver.resolve(new ModelContext(this, ledger, List.of(), wanted)));
    } catch (ResolutionException nothing) {
      throw new IllegalStateException("cannot happen: none of these has to be wired", nothing);
    }
  }

  /** Wires this one, or says why not. */
  Optional<ResolutionException> require(Resource resource) {
    if (!isSelected(resource)) {
      return Optional.of(new ResolutionException("Singleton conflict."));
    }
    try {
      wire(resolver.resolve(new ModelContext(this, ledger, List.of(resource), List.of())));
      return Optional.empty();
    } catch (ResolutionException failure) {
      return Optional.of(failure);
    }
  }

  private void wire(Map<Resource, List<Wire>> found) {
    Map<Resource, List<Resource>> fragments = new HashMap<>();
    found.forEach(
        (resource, wires) ->
            wires.stream()
                .filter(wire -> isHosting(wire) && Anatomy.isFragment(resource))
                .forEach(
                    wire ->
                        fragments
                            .computeIfAbsent(wire.getProvider(), host -> new ArrayList<>())
                            .add(resource)));
    found.forEach(
        (resource, wires) ->
            wirings.put(
                resource,
                new PaperWiring(
                    resource,
                    together(wirings.get(resource), wires),
                    fragments.getOrDefault(resource, List.of()))));
    found.values().forEach(wires -> wires.forEach(this::note));
  }

  private static boolean isHosting(Wire wire) {
    return wire.getCapability().getNamespace().equals(HostNamespace.HOST_NAMESPACE);
  }

  /** A fragment may be a part of several. */
  private static List<Wire> together(Wiring before, List<Wire> wires) {
    List<Wire> all = new ArrayList<>(wires);
    if (before != null) {
      all.addAll(before.getRequiredResourceWires(null)); // null: in all namespaces
    }
    return all;
  }

  private void note(Wire wire) {
    paperDependents
        .computeIfAbsent(wire.getProvider(), provider -> new HashSet<>())
        .add(wire.getRequirer());
    if (wirings.get(wire.getProvider()) instanceof PaperWiring paper) {
      paper.provide(wire);
    }
  }

  /** Of those that can only be there once, the framework takes the wired one, or the lowest. */
  private boolean isSelected(Resource resource) {
    return Anatomy.singleton(resource)
        .filter(name -> !hidden.contains(resource))
        .map(name -> ledger.singletons(name).stream().filter(this::isVisible).toList())
        .filter(rivals -> rivals.stream().anyMatch(rival -> beats(rival, resource)))
        .isEmpty();
  }

  private boolean beats(Resource rival, Resource resource) {
    if (rival.equals(resource) || isWired(resource)) {
      return false;
    }
    int versions = Anatomy.version(rival).compareTo(Anatomy.version(resource));
    return isWired(rival) || versions < 0 || (versions == 0 && age(rival) < age(resource));
  }

  private boolean isVisible(Resource resource) {
    return ages.containsKey(resource) && !hidden.contains(resource);
  }

  /** Whether an offer stands: whoever is wired does not offer what it takes from others. */
  boolean isOffered(Capability offer) {
    Resource resource = offer.getResource();
    Wiring wiring = wirings.get(resource);
    if (!isVisible(resource) || !Anatomy.isEffective(offer.getDirectives())) {
      return false;
    }
    return (wiring == null || Anatomy.isFragment(resource))
        ? isSelected(resource)
        : wiring.getResourceCapabilities(offer.getNamespace()).contains(offer);
  }

  long age(Resource resource) {
    return ages.getOrDefault(resource, Long.MAX_VALUE);
  }

  Map<Resource, Wiring> wirings() {
    return wirings;
  }

  List<Resource> fragmentsFor(Resource host) {
    return ledger.fragmentsFor(host).stream()
        .filter(this::isVisible)
        .filter(this::isSelected)
        .toList();
  }

  @Override
  public Collection<Capability> to(Requirement need) {
    return new ModelContext(this, ledger, List.of(), List.of()).findProviders(need);
  }

  @Override
  public Collection<Capability> all(String namespace) {
    return to(Question.anything(namespace));
  }

  @Override
  public boolean isWired(Resource resource) {
    return wirings.containsKey(resource);
  }

  @Override
  public List<Resource> hosts(Resource fragment) {
    return fragment.getRequirements(HostNamespace.HOST_NAMESPACE).stream()
        .flatMap(need -> ledger.matching(need).stream())
        .map(Capability::getResource)
        .filter(ages::containsKey)
        .toList();
  }

  @Override
  public String name(Resource resource) {
    if (resource instanceof BundleRevision revision) {
      return Location.of(revision.getBundle())
          .map(location -> location.name().value())
          .orElse("the host");
    }
    return resource instanceof Blueprint blueprint ? blueprint.name() : "the host";
  }
}
