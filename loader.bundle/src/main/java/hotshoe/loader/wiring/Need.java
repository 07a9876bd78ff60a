package hotshoe.loader.wiring;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** A requirement in words. Optional ones, and those of run time, are none. */
final class Need {

  private static final String CONTRACT = "osgi.contract";
  private static final String EXTENDER = "osgi.extender";
  private static final String SERVICE = "osgi.service";

  private final BundleRequirement requirement;
  private final FilterText filter;

  Need(BundleRequirement requirement) {
    this.requirement = requirement;
    this.filter =
        new FilterText(
            requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, ""));
  }

  /** Whether wiring cannot do without it. */
  static boolean isOne(BundleRequirement requirement) {
    Map<String, String> directives = requirement.getDirectives();
    String resolution =
        directives.getOrDefault(
            Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE, Namespace.RESOLUTION_MANDATORY);
    String effective =
        directives.getOrDefault(
            Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
    return resolution.equals(Namespace.RESOLUTION_MANDATORY)
        && effective.equals(Namespace.EFFECTIVE_RESOLVE);
  }

  BundleRequirement requirement() {
    return requirement;
  }

  /** Its code among the problems. */
  String code() {
    return switch (requirement.getNamespace()) {
      case PackageNamespace.PACKAGE_NAMESPACE -> "HS-EXTENSION-010";
      case BundleNamespace.BUNDLE_NAMESPACE -> "HS-EXTENSION-011";
      case HostNamespace.HOST_NAMESPACE -> "HS-EXTENSION-012";
      case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE -> "HS-EXTENSION-013";
      default -> "HS-EXTENSION-014";
    };
  }

  /** What is needed: {@code the package a.b, version 2.0.0 or later and before 3.0.0}. */
  String words() {
    String namespace = requirement.getNamespace();
    return switch (namespace) {
      case PackageNamespace.PACKAGE_NAMESPACE -> "the package " + named() + versioned();
      case BundleNamespace.BUNDLE_NAMESPACE -> "the bundle " + named() + versioned();
      case HostNamespace.HOST_NAMESPACE ->
          "the bundle " + named() + versioned() + ", of which it is a part";
      case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE -> java();
      case CONTRACT -> "the contract " + named() + versioned();
      case EXTENDER -> "the extender " + named() + versioned();
      case SERVICE ->
          "the service " + filter.valueOf(Constants.OBJECTCLASS).orElse(filter.filter());
      default -> capability(namespace);
    };
  }

  /** Whether it is about the Java platform, which nobody can drop into a folder. */
  boolean isJava() {
    return requirement
        .getNamespace()
        .equals(ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE);
  }

  /** Whether it is about the bundle of which a fragment is a part. */
  boolean isHost() {
    return requirement.getNamespace().equals(HostNamespace.HOST_NAMESPACE);
  }

  /** The same need, whatever the version; empty when it does not name what it needs. */
  Optional<Requirement> inAnyVersion() {
    String namespace = requirement.getNamespace();
    return filter
        .valueOf(namespace)
        .map(name -> new Plain(namespace, "(" + namespace + "=" + name + ")"));
  }

  /** The version in which a capability offers what is needed. */
  String versionOf(BundleCapability capability) {
    return String.valueOf(capability.getAttributes().get(versionAttribute()));
  }

  private String named() {
    return filter.valueOf(requirement.getNamespace()).orElse(filter.filter());
  }

  private String versioned() {
    String versions = filter.versions(versionAttribute());
    return versions.isEmpty() ? "" : ", version " + versions;
  }

  private String capability(String namespace) {
    return filter
        .valueOf(namespace)
        .map(name -> "the capability " + namespace + " " + name + versioned())
        .orElseGet(() -> "the capability " + namespace + " with " + filter.filter());
  }

  private String java() {
    String versions = filter.versions(Constants.VERSION_ATTRIBUTE);
    String kinds =
        filter
            .valuesOf(ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE)
            .distinct()
            .map(kind -> kind.equals("JavaSE") ? "Java" : kind)
            .collect(Collectors.joining(" or "));
    return (kinds.isEmpty() ? filter.filter() : kinds) + (versions.isEmpty() ? "" : " " + versions);
  }

  private String versionAttribute() {
    return switch (requirement.getNamespace()) {
      case BundleNamespace.BUNDLE_NAMESPACE, HostNamespace.HOST_NAMESPACE ->
          Constants.BUNDLE_VERSION_ATTRIBUTE;
      default -> Constants.VERSION_ATTRIBUTE;
    };
  }

  /** A requirement that nobody has, to ask who could meet it. */
  private record Plain(String namespace, String filter) implements Requirement {
    @Override
    public String getNamespace() {
      return namespace;
    }

    @Override
    public Map<String, String> getDirectives() {
      return Map.of(Namespace.REQUIREMENT_FILTER_DIRECTIVE, filter);
    }

    @Override
    public Map<String, Object> getAttributes() {
      return Map.of();
    }

    @Override
    public Resource getResource() {
      throw new UnsupportedOperationException("nobody has this requirement");
    }
  }
}
