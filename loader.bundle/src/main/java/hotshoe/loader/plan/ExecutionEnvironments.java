package hotshoe.loader.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * The old header by which bundles name the Java platforms they run on, as a requirement. The
 * framework makes the same of it.
 */
final class ExecutionEnvironments {

  static final String HEADER = "Bundle-RequiredExecutionEnvironment";

  private ExecutionEnvironments() {}

  /** The requirement as it stands in {@code Require-Capability}, if the header says something. */
  static Optional<String> requirement(String header) {
    List<String> filters = new ArrayList<>();
    for (String entry : header.split(",")) {
      if (!entry.isBlank()) {
        filters.add(filter(entry.strip().split("/", 2)));
      }
    }
    if (filters.isEmpty()) {
      return Optional.empty();
    }
    String any = String.join("", filters);
    return Optional.of(
        "osgi.ee;filter:=\"" + (filters.size() == 1 ? any : "(|" + any + ")") + "\"");
  }

  /** {@code JavaSE-17}, {@code OSGi/Minimum-1.2} and {@code CDC-1.1/Foundation-1.1}. */
  private static String filter(String[] parts) {
    Environment left = Environment.of(parts[0]);
    if (parts.length == 1) {
      return filter(left.name(), left.version());
    }
    Environment right = Environment.of(parts[1]);
    boolean differ =
        left.version().isPresent()
            && right.version().isPresent()
            && !left.version().equals(right.version());
    return differ
        ? filter(parts[0] + "/" + parts[1], Optional.empty())
        : filter(left.name() + "/" + right.name(), left.version().or(right::version));
  }

  private static String filter(String name, Optional<Version> version) {
    String named = "(osgi.ee=" + name + ")";
    return version.map(exactly -> "(&" + named + "(version=" + exactly + "))").orElse(named);
  }

  private record Environment(String name, Optional<Version> version) {

    static Environment of(String text) {
      String[] parts = text.split("-");
      try {
        return new Environment(
            parts[0].equals("J2SE") ? "JavaSE" : parts[0],
            Optional.of(Version.parseVersion(parts[1])));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unversioned) {
        return new Environment(text, Optional.empty());
      }
    }
  }
}
