package hotshoe.shell.command;

import hotshoe.archive.Namespaces;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.resource.Namespace;

/** Says a requirement in words. */
final class Requirement {

  private Requirement() {}

  static String inWords(BundleRequirement requirement) {
    String namespace = requirement.getNamespace();
    String filter =
        requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
    return switch (namespace) {
      case PackageNamespace.PACKAGE_NAMESPACE -> thing("package ", filter, namespace, "version");
      case BundleNamespace.BUNDLE_NAMESPACE ->
          thing("bundle ", filter, namespace, "bundle-version");
      case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
          thing("", filter, namespace, "version").replace("JavaSE", "Java");
      case Namespaces.PLATFORM -> thing("", filter, "platform", "version");
      case Namespaces.INTERPRETER -> thing("", filter, "language", "version");
      case Namespaces.EXTENSION -> thing("extension ", filter, "name", "version");
      default ->
          filter.contains("(" + namespace + "=")
              ? thing(namespace + " ", filter, namespace, "version")
              : (namespace + " " + filter).strip();
    };
  }

  private static String thing(String kind, String filter, String namespace, String version) {
    return (kind
            + value(filter, namespace, "=").orElse("?")
            + " "
            + range(value(filter, version, ">="), value(filter, version, "<="), filter, version))
        .strip();
  }

  private static String range(
      Optional<String> low, Optional<String> high, String filter, String version) {
    Optional<String> below = value(filter.replaceAll("^.*?\\(!", ""), version, ">=");
    boolean hasBelow = filter.contains("(!(" + version + ">=");
    if (low.isEmpty() && high.isEmpty()) {
      return value(filter, version, "=").orElse("");
    }
    String from = low.orElse("0");
    if (hasBelow) {
      return "[" + from + "," + below.orElse("") + ")";
    }
    return high.map(to -> "[" + from + "," + to + "]").orElse(from + " or later");
  }

  private static Optional<String> value(String filter, String attribute, String operator) {
    Matcher matcher =
        Pattern.compile("\\(" + Pattern.quote(attribute + operator) + "([^)]*)\\)").matcher(filter);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
