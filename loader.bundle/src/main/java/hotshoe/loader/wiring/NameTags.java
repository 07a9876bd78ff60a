package hotshoe.loader.wiring;

import hotshoe.archive.Namespaces;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.resource.Namespace;
import org.osgi.resource.Resource;

/**
 * Extensions that others ask for by name and that do not offer their name themselves: bundles that
 * are taken as they come. Each gets a name tag, which offers its name and is wired to it, so that
 * it comes, waits and goes with it. Nobody gets one for whom nobody asks.
 *
 * @param <T> what is told apart: bundles of the framework, or of paper
 */
public final class NameTags<T> {

  private final Map<String, Set<T>> asking = new HashMap<>();
  private final Map<String, Set<T>> unnamed = new HashMap<>();

  /**
   * Somebody comes.
   *
   * @param name its extension's name
   * @return those that need a tag from now on
   */
  public Set<T> enter(T owner, String name, Resource resource) {
    Set<T> tagged = new HashSet<>();
    if (!offersItsName(resource)) {
      unnamed.computeIfAbsent(name, n -> new HashSet<>()).add(owner);
      if (!asking.getOrDefault(name, Set.of()).isEmpty()) {
        tagged.add(owner);
      }
    }
    namesAskedBy(resource)
        .forEach(
            wanted -> {
              asking.computeIfAbsent(wanted, n -> new HashSet<>()).add(owner);
              tagged.addAll(unnamed.getOrDefault(wanted, Set.of()));
            });
    return tagged;
  }

  /** Somebody goes. */
  public void leave(T owner) {
    unnamed.values().forEach(owners -> owners.remove(owner));
    asking.values().forEach(askers -> askers.remove(owner));
  }

  private static boolean offersItsName(Resource resource) {
    return !resource.getCapabilities(Namespaces.EXTENSION).isEmpty()
        || !resource.getRequirements(HostNamespace.HOST_NAMESPACE).isEmpty();
  }

  private static Stream<String> namesAskedBy(Resource resource) {
    return resource.getRequirements(Namespaces.EXTENSION).stream()
        .map(need -> need.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, ""))
        .flatMap(filter -> new FilterText(filter).valuesOf("name"));
  }

  /** The manifest's headers of a tag. */
  public static Map<String, String> headers(String name, String symbolicName, Version version) {
    return Map.of(
        "Bundle-ManifestVersion",
        "2",
        "Bundle-SymbolicName",
        "hotshoe.name." + name,
        "Bundle-Version",
        version.toString(),
        "Provide-Capability",
        "%s;name=\"%s\";version:Version=\"%s\"".formatted(Namespaces.EXTENSION, name, version),
        "Require-Capability",
        "%s;filter:=\"(&(%s=%s)(version=%s))\""
            .formatted(
                IdentityNamespace.IDENTITY_NAMESPACE,
                IdentityNamespace.IDENTITY_NAMESPACE,
                symbolicName,
                version));
  }

  /** Whom a tag belongs to, so that people are told of that one. */
  public static List<Resource> owners(Resource resource, Offers offers) {
    return isTag(resource)
        ? resource.getRequirements(IdentityNamespace.IDENTITY_NAMESPACE).stream()
            .flatMap(need -> offers.to(need).stream())
            .map(offer -> offer.getResource())
            .toList()
        : List.of(resource);
  }

  /** Whether somebody is a tag. */
  public static boolean isTag(Resource resource) {
    return resource.getCapabilities(IdentityNamespace.IDENTITY_NAMESPACE).stream()
        .map(offer -> offer.getAttributes().get(IdentityNamespace.IDENTITY_NAMESPACE))
        .anyMatch(name -> String.valueOf(name).startsWith("hotshoe.name."));
  }
}
