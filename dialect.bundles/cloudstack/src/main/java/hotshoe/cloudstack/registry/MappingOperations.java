package hotshoe.cloudstack.registry;

import hotshoe.cloudstack.Given;
import hotshoe.cloudstack.ManifestType;
import hotshoe.cloudstack.event.Event;
import hotshoe.cloudstack.event.Events;
import hotshoe.cloudstack.mapping.Mapping;
import hotshoe.cloudstack.mapping.MappingBook;
import hotshoe.cloudstack.mapping.Mappings;
import hotshoe.cloudstack.mapping.Places;
import hotshoe.cloudstack.mapping.Runners;
import hotshoe.cloudstack.network.Memory;
import hotshoe.extension.ExtensionName;
import hotshoe.host.Host;
import hotshoe.operation.Invocation;
import hotshoe.operation.OperationProvider;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.resource.Resources;
import hotshoe.type.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Maps clusters and physical networks to extensions (rows CS-20 to CS-23). */
@Component
public final class MappingOperations implements OperationProvider {

  private static final String OWN = "hotshoe.";

  private final Registry registry;
  private final Mappings mappings;
  private final MappingBook book;
  private final Runners runners;
  private final Resources resources;
  private final Events events;

  /**
   * Does it with these.
   *
   * @param host is ready, so that nobody waits for this at the start
   */
  @Activate
  public MappingOperations(
      @Reference(target = "(hotshoe.ready=true)") Host host,
      @Reference Registry registry,
      @Reference Mappings mappings,
      @Reference MappingBook book,
      @Reference Runners runners,
      @Reference Resources resources,
      @Reference Events events) {
    this.registry = registry;
    this.mappings = mappings;
    this.book = book;
    this.runners = runners;
    this.resources = resources;
    this.events = events;
  }

  @Override
  public List<Offer> operations() {
    return List.of(
        new Offer(
            MappingDescriptions.map(), call -> noted(Event.RESOURCE_REGISTER, call, this::map)),
        new Offer(
            MappingDescriptions.update(), call -> noted(Event.RESOURCE_UPDATE, call, this::update)),
        new Offer(
            MappingDescriptions.unmap(),
            call -> noted(Event.RESOURCE_UNREGISTER, call, this::unmap)),
        new Offer(MappingDescriptions.list(), this::list));
  }

  private interface Deed {
    Object done(Invocation call, Given wanted, Ref resource);
  }

  private Object noted(Event event, Invocation call, Deed deed) throws Exception {
    Given wanted = new Given(call.arguments());
    Ref resource = (Ref) wanted.find("resource").orElseThrow();
    String subject = wanted.text("extension") + " " + resource;
    return events.noting(event, call, subject, () -> deed.done(call, wanted, resource));
  }

  private Object map(Invocation call, Given wanted, Ref given) {
    Registered extension = registry.require(wanted.text("extension"));
    Ref resource = resources.require(given).ref();
    checkKind(extension, resource);
    checkKeys(wanted.texts("details"));
    if (!book.add(resource, extension.name(), wanted.texts("details"))) {
      throw taken(extension.name(), resource);
    }
    return listed(extension.name(), resource);
  }

  private static void checkKind(Registered extension, Ref resource) {
    boolean isNetwork = resource.kind().equals(Mappings.NETWORK);
    if (!isNetwork && !resource.kind().equals(Mappings.CLUSTER)) {
      throw new ProblemException(RegistryProblems.notMappable(resource));
    }
    String type = extension.manifest().type();
    if (isNetwork != type.equals(ManifestType.NETWORK_ORCHESTRATOR)) {
      throw new ProblemException(RegistryProblems.otherType(extension.name(), type, resource));
    }
  }

  private static void checkKeys(Map<String, String> details) {
    details.keySet().stream()
        .filter(key -> key.startsWith(OWN))
        .findFirst()
        .ifPresent(
            key -> {
              throw new ProblemException(RegistryProblems.ownKey(key));
            });
  }

  /** It is told apart whether the place is taken by the same extension or another (row CS-20). */
  private ProblemException taken(ExtensionName extension, Ref resource) {
    return new ProblemException(
        mappings.of(resource).stream()
            .map(Mapping::extension)
            .filter(other -> !other.equals(extension))
            .filter(other -> resource.kind().equals(Mappings.CLUSTER))
            .findFirst()
            .map(other -> RegistryProblems.mappedToAnother(extension, other, resource))
            .orElseGet(() -> RegistryProblems.alreadyMapped(extension, resource)));
  }

  private Object update(Invocation call, Given wanted, Ref resource) {
    ExtensionName extension = Registry.name(wanted.text("extension"));
    boolean clears = wanted.flag("cleanupdetails");
    if (!clears && wanted.find("details").isEmpty()) {
      throw new ProblemException(RegistryProblems.nothingToChange("the mapping"));
    }
    checkKeys(wanted.texts("details"));
    boolean isThere =
        clears
            ? book.clear(resource, extension)
            : book.update(resource, extension, wanted.texts("details"));
    if (!isThere) {
      throw new ProblemException(RegistryProblems.notMapped(extension, resource));
    }
    return listed(extension, resource);
  }

  /** Also of an extension or a resource that is no more. */
  private Object unmap(Invocation call, Given wanted, Ref resource) {
    ExtensionName extension = Registry.name(wanted.text("extension"));
    List<Ref> served = served(extension, resource);
    if (!served.isEmpty()) {
      throw new ProblemException(RegistryProblems.providerInUse(extension, resource, served));
    }
    return Map.of("removed", book.remove(resource, extension));
  }

  /** The networks on a physical network whose provider the extension is (row CS-23). */
  private List<Ref> served(ExtensionName extension, Ref resource) {
    if (!resource.kind().equalsIgnoreCase(Mappings.NETWORK)) {
      return List.of();
    }
    return Stream.of("Network", "Vpc")
        .flatMap(kind -> resources.list(kind).stream())
        .filter(network -> isOn(network, resource) && isServedBy(network, extension))
        .map(Resource::ref)
        .toList();
  }

  private boolean isOn(Resource network, Ref physical) {
    return runners.physicalNetwork(network).filter(it -> it.id().equals(physical.id())).isPresent();
  }

  private static boolean isServedBy(Resource network, ExtensionName extension) {
    return network.extension().filter(extension::equals).isPresent()
        || network.reveal(Places.PROVIDER).filter(extension.value()::equals).isPresent()
        || Memory.isIn(network, extension);
  }

  private Object list(Invocation call) {
    Given wanted = new Given(call.arguments());
    Optional<ExtensionName> extension = wanted.optional("extension").map(Registry::name);
    List<Mapping> found =
        wanted
            .find("resource")
            .map(resource -> mappings.of((Ref) resource))
            .orElseGet(() -> extension.map(mappings::of).orElseGet(mappings::list));
    return Listed.of(
        found.stream()
            .filter(it -> extension.isEmpty() || extension.get().equals(it.extension()))
            .toList(),
        resources);
  }

  /** As it stands now; somebody else may have changed it since. */
  private Object listed(ExtensionName extension, Ref resource) {
    Mapping mapping =
        mappings.of(resource).stream()
            .filter(it -> it.extension().equals(extension))
            .findFirst()
            .orElseThrow(
                () -> new ProblemException(RegistryProblems.notMapped(extension, resource)));
    return Listed.of(mapping, resources);
  }
}
