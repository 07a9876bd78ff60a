package hotshoe.cloudstack.lifecycle;

import hotshoe.cloudstack.mapping.Mapping;
import hotshoe.cloudstack.mapping.Mappings;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.Resources;
import hotshoe.type.Ref;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The instances, where they are placed, and what is noted of their lives. Safe for use by many
 * threads.
 */
@Component(service = Instances.class)
public final class Instances {

  /** The kind of resource that an instance is. */
  public static final String KIND = "VirtualMachine";

  /** The kind of resource that a host is. */
  public static final String HOST = "Host";

  private final Resources resources;
  private final Mappings mappings;
  private final Turns turns = new Turns();

  /** Those of this registry. */
  @Activate
  public Instances(@Reference Resources resources, @Reference Mappings mappings) {
    this.resources = resources;
    this.mappings = mappings;
  }

  /**
   * Waits until nobody else changes this instance, and keeps others from it until closed.
   *
   * @throws InterruptedException when somebody wants the waiting to end
   */
  public Turns.Turn turn(Ref instance) throws InterruptedException {
    return turns.take(instance);
  }

  /** The instance as it is now. */
  public Resource now(Ref instance) {
    return resources.require(instance);
  }

  /**
   * Where an instance is. A template or an offering that is gone is left out.
   *
   * @throws ProblemException when its host or the host's cluster is not known
   */
  public Placement placement(Resource instance) {
    Optional<Resource> host = host(instance);
    return new Placement(
        instance,
        host,
        host.isPresent() ? host.flatMap(this::mapping) : mapping(instance),
        known(instance, InstanceDetails.TEMPLATE, "Template"),
        known(instance, InstanceDetails.OFFERING, "ServiceOffering"));
  }

  /**
   * Where an instance is that is about to be made.
   *
   * @throws ProblemException when anything it refers to is not known
   */
  public Placement firstPlacement(Resource instance) {
    required(instance, InstanceDetails.TEMPLATE, "Template");
    required(instance, InstanceDetails.OFFERING, "ServiceOffering");
    return placement(instance);
  }

  private Optional<Resource> host(Resource instance) {
    return required(instance, InstanceDetails.HOST, HOST);
  }

  /** What the cluster is mapped to in which a host is, or an instance that is on none. */
  public Optional<Mapping> mapping(Resource placed) {
    return required(placed, InstanceDetails.CLUSTER, Mappings.CLUSTER)
        .flatMap(cluster -> mappings.of(cluster.ref()).stream().findFirst());
  }

  /** All hosts. */
  public List<Resource> hosts() {
    return resources.list(HOST);
  }

  /** The instances that were deployed, by the identifier of their host. */
  public Map<String, List<Resource>> deployed() {
    return resources.list(KIND).stream()
        .filter(it -> isDeployed(it) && it.reveal(InstanceDetails.HOST).isPresent())
        .collect(Collectors.groupingBy(it -> ref(it, InstanceDetails.HOST, HOST).get().id()));
  }

  /** Whether it was ever deployed. */
  public static boolean isDeployed(Resource instance) {
    return instance.details().containsKey(InstanceDetails.DEPLOYED);
  }

  private Optional<Resource> known(Resource from, String key, String kind) {
    return ref(from, key, kind).flatMap(resources::find);
  }

  private Optional<Resource> required(Resource from, String key, String kind) {
    Optional<Ref> ref = ref(from, key, kind);
    return ref.map(
        wanted ->
            resources
                .find(wanted)
                .orElseThrow(
                    () ->
                        new ProblemException(
                            LifecycleProblems.dangling(
                                from, key, wanted, resources.list(wanted.kind())))));
  }

  /** What a detail refers to: an identifier, alone or behind its kind and a colon. */
  private static Optional<Ref> ref(Resource from, String key, String kind) {
    return from.reveal(key)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> text.startsWith(kind + ":") ? text.substring(kind.length() + 1) : text)
        .map(id -> new Ref(kind, id));
  }

  /** Keeps what preparing an instance changed. */
  public Placement prepared(Placement placement, Preparation preparation) {
    return placement.with(updated(placement.instance().ref(), preparation::applied));
  }

  /** Notes that an instance was deployed, and is on. */
  public void deployed(Ref instance) {
    Detail now = Detail.visible(Instant.now().toString());
    updated(instance, it -> powered(it, PowerState.ON).with(InstanceDetails.DEPLOYED, now));
  }

  /** Notes what an instance was made to be. */
  public void made(Ref instance, PowerState state) {
    updated(instance, it -> powered(it, state));
  }

  /**
   * Notes what was told of an instance.
   *
   * @param asked the instance as it was when it was asked for
   * @return false when it has changed meanwhile; then this is old news and not noted
   */
  public boolean told(Resource asked, PowerState state) {
    return isNoted(asked, state) || resources.replace(asked, powered(asked, state));
  }

  /** Whether nothing needs to be noted. */
  public static boolean isNoted(Resource instance, PowerState state) {
    return instance.reveal(InstanceDetails.POWER_STATE).equals(Optional.of(state.word()));
  }

  /** Forgets an instance that is no more. */
  public void removed(Ref instance) {
    resources.remove(instance);
  }

  private static Resource powered(Resource instance, PowerState state) {
    return instance.with(InstanceDetails.POWER_STATE, Detail.visible(state.word()));
  }

  private Resource updated(Ref instance, java.util.function.UnaryOperator<Resource> change) {
    return resources
        .update(instance, change)
        .orElseThrow(() -> new ProblemException(LifecycleProblems.gone(instance)));
  }
}
