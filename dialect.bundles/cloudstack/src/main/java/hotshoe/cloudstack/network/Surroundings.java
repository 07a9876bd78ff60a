package hotshoe.cloudstack.network;

import hotshoe.cloudstack.mapping.Mapping;
import hotshoe.cloudstack.mapping.Mappings;
import hotshoe.cloudstack.mapping.Places;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.resource.Resources;
import hotshoe.type.Ref;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network, or a VPC, with what it stands in: its VPC and its physical network, which its details
 * name, and the mapping of the extension to that. Immutable.
 *
 * @param target what is acted on
 * @param vpc the VPC that it is or belongs to, if there is one
 * @param physical the physical network
 * @param mapping of the extension to the physical network
 */
public record Surroundings(
    Resource target, Optional<Resource> vpc, Resource physical, Mapping mapping) {

  /** The kind of resource that a network is. */
  public static final String NETWORK = "Network";

  /** The kind of resource that a VPC is. */
  public static final String VPC = "Vpc";

  /** The detail of a network or a VPC that names its zone. */
  private static final String ZONE = "zone";

  /**
   * Where a resource stands.
   *
   * @throws ProblemException when it cannot be found out, or the extension does not serve it
   */
  public static Surroundings of(
      Resources resources, Mappings mappings, Resource target, ExtensionName extension) {
    Optional<Resource> vpc =
        isVpc(target) ? Optional.of(target) : named(resources, target, Places.VPC, VPC);
    Resource physical =
        named(resources, target, Places.PHYSICAL_NETWORK, Mappings.NETWORK)
            .or(
                () ->
                    vpc.flatMap(
                        it -> named(resources, it, Places.PHYSICAL_NETWORK, Mappings.NETWORK)))
            .orElseThrow(() -> new ProblemException(NetworkProblems.nowhere(target)));
    List<Mapping> all = mappings.of(physical.ref());
    Mapping mapping =
        all.stream()
            .filter(it -> it.extension().equals(extension))
            .findFirst()
            .orElseThrow(
                () -> new ProblemException(NetworkProblems.notMapped(extension, physical.ref())));
    return new Surroundings(target, vpc, physical, mapping);
  }

  private static boolean isVpc(Resource resource) {
    return resource.ref().kind().equalsIgnoreCase(VPC);
  }

  private static Optional<Resource> named(
      Resources resources, Resource resource, String key, String kind) {
    return resource
        .reveal(key)
        .filter(id -> !id.isBlank())
        .map(id -> new Ref(kind, id))
        .map(
            ref ->
                resources
                    .find(ref)
                    .orElseThrow(
                        () -> new ProblemException(NetworkProblems.unknown(resource, key, ref))));
  }

  /** Whose device it is: all networks of a VPC share one. */
  public Resource holder() {
    return vpc.orElse(target);
  }

  /** The same for what holds the device. */
  Surroundings ofHolder() {
    return new Surroundings(holder(), vpc, physical, mapping);
  }

  /** What is said of the physical network: the mapping's details, and its name. */
  Map<String, Object> physicalDetails() {
    Map<String, Object> details = new LinkedHashMap<>(mapping.given());
    details.put("physicalnetworkname", physical.name());
    return details;
  }

  /**
   * What is said of the network under a key: its own detail, or its VPC's. Who it is, is its own;
   * of a VPC there is no network.
   */
  Optional<String> say(String key) {
    return switch (key) {
      case "network_id" -> isVpc(target) ? Optional.empty() : Optional.of(target.ref().id());
      case "vpc_id" -> vpc.map(it -> it.ref().id());
      case "zone_id" -> Optional.of(detail(ZONE));
      case "vlan" -> isVpc(target) ? Optional.empty() : Optional.of(own(key));
      default -> Optional.of(own(key));
    };
  }

  private String own(String key) {
    return target.reveal(key).orElse("");
  }

  private String detail(String key) {
    return target.reveal(key).or(() -> vpc.flatMap(it -> it.reveal(key))).orElse("");
  }
}
