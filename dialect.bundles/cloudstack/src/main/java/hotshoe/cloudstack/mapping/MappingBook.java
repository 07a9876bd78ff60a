package hotshoe.cloudstack.mapping;

import hotshoe.extension.ExtensionName;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.Resource.Visibility;
import hotshoe.resource.Resources;
import hotshoe.type.Ref;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Changes mappings. Each change is one step on the disk, so of two who map a cluster at the same
 * time one is told that it is mapped. Safe for use by many threads.
 */
@Component(service = MappingBook.class)
public final class MappingBook {

  /** Keys that no listing shows, in any letter case (row CS-22). */
  private static final Set<String> SECRET = Set.of("password", "sshkey");

  private final Resources resources;

  /** Changes what stands in this registry. */
  @Activate
  public MappingBook(@Reference Resources resources) {
    this.resources = resources;
  }

  /**
   * Maps a resource.
   *
   * @return false when its place is taken: by any extension for a cluster, by the same one for a
   *     physical network
   */
  public boolean add(Ref resource, ExtensionName extension, Map<String, String> details) {
    Ref ref = ref(resource, extension);
    Resource mapping =
        new Resource(ref, ref.id(), Optional.of(extension), kept(details))
            .with(Mappings.CREATED, Detail.hidden(Instant.now().toString()));
    return resources.add(mapping);
  }

  /**
   * Gives a mapping other details: all that are visible are replaced, and secrets of the same key.
   *
   * @return false when there is no such mapping
   */
  public boolean update(Ref resource, ExtensionName extension, Map<String, String> details) {
    return change(resource, extension, before -> merged(before.details(), kept(details)));
  }

  /**
   * Takes all details from a mapping, the secret ones too.
   *
   * @return false when there is no such mapping
   */
  public boolean clear(Ref resource, ExtensionName extension) {
    return change(resource, extension, before -> Map.of());
  }

  private interface Details {
    Map<String, Detail> after(Resource before);
  }

  private boolean change(Ref resource, ExtensionName extension, Details details) {
    Ref ref = ref(resource, extension);
    return resources
        .find(ref)
        .filter(mapping -> mapping.extension().equals(Optional.of(extension)))
        .flatMap(
            mapping ->
                resources.update(
                    ref, before -> noted(before, before.withDetails(details.after(before)))))
        .isPresent();
  }

  private static Resource noted(Resource before, Resource after) {
    return Optional.ofNullable(before.details().get(Mappings.CREATED))
        .map(created -> after.with(Mappings.CREATED, created))
        .orElse(after);
  }

  private static Map<String, Detail> merged(Map<String, Detail> before, Map<String, Detail> given) {
    Map<String, Detail> merged = new LinkedHashMap<>(before);
    merged
        .entrySet()
        .removeIf(
            detail ->
                detail.getValue().visibility() == Visibility.VISIBLE
                    || given.keySet().stream().anyMatch(detail.getKey()::equalsIgnoreCase));
    merged.putAll(given);
    return merged;
  }

  /** Removes a mapping with its details; false when there is none (row CS-23). */
  public boolean remove(Ref resource, ExtensionName extension) {
    Ref ref = ref(resource, extension);
    boolean isThere =
        resources
            .find(ref)
            .filter(mapping -> mapping.extension().equals(Optional.of(extension)))
            .isPresent();
    return isThere && resources.remove(ref);
  }

  private Ref ref(Ref resource, ExtensionName extension) {
    Ref known = resources.find(resource).map(Resource::ref).orElse(resource);
    String id = Mappings.id(known);
    return new Ref(
        Mappings.KIND, known.kind().equalsIgnoreCase(Mappings.NETWORK) ? id + "/" + extension : id);
  }

  private static Map<String, Detail> kept(Map<String, String> details) {
    Map<String, Detail> kept = new LinkedHashMap<>();
    details.forEach(
        (key, value) ->
            kept.put(
                key,
                SECRET.contains(key.toLowerCase(Locale.ROOT))
                    ? Detail.secret(value)
                    : Detail.visible(value)));
    return kept;
  }
}
