package hotshoe.cloudstack.lifecycle;

import hotshoe.cloudstack.mapping.Mapping;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.Resource.Visibility;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An instance with all that is said of it elsewhere: its host, that one's cluster and what the
 * cluster is mapped to, its template and its offering. Immutable.
 *
 * @param instance the instance, with secrets
 * @param host where it runs
 * @param mapping what the host's cluster is mapped to
 * @param template what it was made of
 * @param offering what it may take
 */
public record Placement(
    Resource instance,
    Optional<Resource> host,
    Optional<Mapping> mapping,
    Optional<Resource> template,
    Optional<Resource> offering) {

  public Placement {
    Objects.requireNonNull(instance, "instance");
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(mapping, "mapping");
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(offering, "offering");
  }

  /** The same placement of what became of the instance. */
  Placement with(Resource next) {
    return new Placement(next, host, mapping, template, offering);
  }

  /**
   * Refuses an extension to which the host of the instance is not connected.
   *
   * @throws ProblemException when the cluster of the host is mapped to none, and nothing else says
   *     that this extension runs the instance
   */
  public void refuseUnlessConnected(ExtensionName extension) {
    boolean isConnected = mapping.isPresent() || instance.extension().isPresent();
    if (host.isPresent() && !isConnected) {
      throw new ProblemException(LifecycleProblems.unconnected(instance, extension, host.get()));
    }
  }

  /** What the extension is told of the instance's surroundings, by group; some may be empty. */
  public Map<String, Map<String, String>> groups() {
    Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    groups.put("resourcemap", mapping.map(Mapping::given).orElse(Map.of()));
    groups.put("host", host.map(Placement::external).orElse(Map.of()));
    groups.put("virtualmachine", external());
    return groups;
  }

  /** Details of the system outside: the instance's before its offering's before its template's. */
  private Map<String, String> external() {
    Map<String, String> details = new LinkedHashMap<>();
    template.ifPresent(it -> details.putAll(external(it)));
    offering.ifPresent(it -> details.putAll(external(it)));
    details.putAll(external(instance));
    return details;
  }

  /** The details of a resource that are kept with the prefix, without it. */
  public static Map<String, String> external(Resource resource) {
    Map<String, String> details = new LinkedHashMap<>();
    given(resource)
        .forEach(
            (key, text) -> {
              if (key.startsWith(InstanceDetails.EXTERNAL)) {
                details.put(key.substring(InstanceDetails.EXTERNAL.length()), text);
              }
            });
    return details;
  }

  /** What entrypoints may know of a resource: hidden details stay here (row CS-13). */
  static Map<String, String> given(Resource resource) {
    Map<String, String> details = new LinkedHashMap<>();
    for (Map.Entry<String, Detail> detail : resource.details().entrySet()) {
      if (detail.getValue().visibility() != Visibility.HIDDEN) {
        details.put(detail.getKey(), detail.getValue().reveal());
      }
    }
    return details;
  }

  /** A detail of the instance or else of its offering. */
  Optional<String> detail(String key) {
    return instance.reveal(key).or(() -> offering.flatMap(it -> it.reveal(key)));
  }
}
