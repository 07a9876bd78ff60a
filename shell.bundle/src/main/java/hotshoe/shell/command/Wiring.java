package hotshoe.shell.command;

import hotshoe.extension.ExtensionName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** Reads from the framework what a bundle needs and offers, and says it in words. */
final class Wiring {

  /** How the locations of extensions begin. */
  private static final String EXTENSION = "hotshoe:";

  /** Where translated extensions carry the files of their archives. */
  private static final String FILES = "/files";

  private static final List<String> SILENT =
      List.of(
          BundleNamespace.BUNDLE_NAMESPACE,
          HostNamespace.HOST_NAMESPACE,
          IdentityNamespace.IDENTITY_NAMESPACE);

  private final FrameworkWiring framework;
  private final BundleContext context;

  Wiring(BundleContext context) {
    this.context = context;
    this.framework =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
  }

  /** What the bundle needs, the unmet first. */
  List<Need> needs(long bundle) {
    return Optional.ofNullable(context.getBundle(bundle)).stream()
        .map(b -> b.adapt(BundleRevision.class))
        .flatMap(revision -> revision.getDeclaredRequirements(null).stream())
        .filter(Wiring::isForResolver)
        .map(this::need)
        .sorted(Comparator.comparing((Need n) -> !n.isMissing()).thenComparing(Need::what))
        .toList();
  }

  private static boolean isForResolver(BundleRequirement requirement) {
    String effective = requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
    return effective == null || effective.equals(Namespace.EFFECTIVE_RESOLVE);
  }

  private Need need(BundleRequirement requirement) {
    boolean optional =
        Namespace.RESOLUTION_OPTIONAL.equals(
            requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
    return new Need(Requirement.inWords(requirement), provider(requirement), optional);
  }

  /** Who the bundle is wired to or, while it is not resolved, who could be. */
  private String provider(BundleRequirement requirement) {
    BundleWiring wiring = requirement.getRevision().getWiring();
    Stream<Bundle> providers =
        wiring == null
            ? candidates(requirement).stream().map(c -> c.getRevision().getBundle())
            : wiring.getRequiredWires(requirement.getNamespace()).stream()
                .filter(wire -> wire.getRequirement().equals(requirement))
                .map(BundleWire::getProvider)
                .map(BundleRevision::getBundle);
    return providers.findFirst().map(Wiring::named).orElse("");
  }

  private Collection<BundleCapability> candidates(BundleRequirement requirement) {
    return framework.findProviders(requirement);
  }

  /** Extensions by name and version; everything else is part of the host. */
  private static String named(Bundle bundle) {
    if (!bundle.getLocation().startsWith(EXTENSION)) {
      return "the host";
    }
    try {
      return ExtensionName.of(bundle.getHeaders()) + " " + bundle.getVersion();
    } catch (IllegalArgumentException e) {
      return bundle.getLocation();
    }
  }

  /** What others can use of the bundle: packages, services and other capabilities. */
  List<String> offers(long bundle) {
    Optional<Bundle> found = Optional.ofNullable(context.getBundle(bundle));
    Stream<String> capabilities =
        found.stream()
            .map(b -> b.adapt(BundleRevision.class))
            .flatMap(revision -> revision.getDeclaredCapabilities(null).stream())
            .filter(c -> !SILENT.contains(c.getNamespace()))
            .filter(c -> !c.getNamespace().equals("osgi.service"))
            .map(Wiring::inWords);
    Stream<String> services =
        found
            .flatMap(b -> Optional.ofNullable(b.getRegisteredServices()))
            .map(Stream::of)
            .orElse(Stream.empty())
            .flatMap(s -> Stream.of((String[]) s.getProperty(Constants.OBJECTCLASS)))
            .map(name -> "service " + name);
    return List.copyOf(new TreeSet<>(Stream.concat(capabilities, services).toList()));
  }

  /** The files that a translated extension carries for programs, as its archive named them. */
  List<String> files(long bundle) {
    return Optional.ofNullable(context.getBundle(bundle))
        .flatMap(b -> Optional.ofNullable(b.findEntries(FILES, "*", true)))
        .map(Collections::list)
        .orElseGet(ArrayList::new)
        .stream()
        .map(url -> url.getPath().substring(FILES.length() + 1))
        .filter(name -> !name.isEmpty() && !name.endsWith("/"))
        .sorted()
        .toList();
  }

  private static String inWords(BundleCapability capability) {
    Object main = capability.getAttributes().get(capability.getNamespace());
    if (capability.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)) {
      return "package " + main + " " + capability.getAttributes().get("version");
    }
    return capability.getNamespace() + (main == null ? "" : " " + main);
  }
}
