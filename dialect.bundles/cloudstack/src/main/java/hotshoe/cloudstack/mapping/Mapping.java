package hotshoe.cloudstack.mapping;

import hotshoe.extension.ExtensionName;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.Resource.Visibility;
import hotshoe.type.Ref;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A resource with the extension that it is mapped to (row CS-20). Immutable.
 *
 * @param resource the cluster or the physical network
 * @param extension who runs what is in it, or serves it
 * @param details the mapping's own, by key, in order (row CS-21)
 * @param created when it was mapped; the beginning of 1970 where nobody noted it
 */
public record Mapping(
    Ref resource, ExtensionName extension, Map<String, Detail> details, Instant created) {

  public Mapping {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(extension, "extension");
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    Objects.requireNonNull(created, "created");
  }

  /** What people are shown of the details: visible ones (row CS-22). */
  public Map<String, String> shown() {
    return revealed(Set.of(Visibility.VISIBLE));
  }

  /**
   * What an entrypoint is given of the details: all but hidden ones, so secrets too (row CS-13).
   */
  public Map<String, String> given() {
    return revealed(Set.of(Visibility.VISIBLE, Visibility.SECRET));
  }

  private Map<String, String> revealed(Set<Visibility> wanted) {
    Map<String, String> revealed = new LinkedHashMap<>();
    details.forEach(
        (key, detail) -> {
          if (wanted.contains(detail.visibility())) {
            revealed.put(key, detail.reveal());
          }
        });
    return revealed;
  }
}
