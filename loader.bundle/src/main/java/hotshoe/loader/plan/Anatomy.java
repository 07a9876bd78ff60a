package hotshoe.loader.plan;

import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Resource;

/** What can be seen of a bundle, whoever it comes from. */
final class Anatomy {

  private Anatomy() {}

  static boolean isFragment(Resource resource) {
    return !resource.getRequirements(HostNamespace.HOST_NAMESPACE).isEmpty();
  }

  /** The symbolic name of one that can stand in the framework in one version only. */
  static Optional<String> singleton(Resource resource) {
    return bundle(resource)
        .filter(
            offer ->
                "true"
                    .equals(
                        offer.getDirectives().get(BundleNamespace.CAPABILITY_SINGLETON_DIRECTIVE)))
        .map(offer -> String.valueOf(offer.getAttributes().get(BundleNamespace.BUNDLE_NAMESPACE)));
  }

  static Version version(Resource resource) {
    return bundle(resource)
        .map(
            offer -> offer.getAttributes().get(BundleNamespace.CAPABILITY_BUNDLE_VERSION_ATTRIBUTE))
        .filter(Version.class::isInstance)
        .map(Version.class::cast)
        .orElse(Version.emptyVersion);
  }

  static String symbolicName(Resource resource) {
    return bundle(resource)
        .map(offer -> String.valueOf(offer.getAttributes().get(BundleNamespace.BUNDLE_NAMESPACE)))
        .orElse("");
  }

  private static Optional<Capability> bundle(Resource resource) {
    return resource.getCapabilities(BundleNamespace.BUNDLE_NAMESPACE).stream().findFirst();
  }

  /** Whether a need or an offer with these directives counts when bundles are wired. */
  static boolean isEffective(Map<String, String> directives) {
    return directives
        .getOrDefault(Namespace.CAPABILITY_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE)
        .equals(Namespace.EFFECTIVE_RESOLVE);
  }
}
