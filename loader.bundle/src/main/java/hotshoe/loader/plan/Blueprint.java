package hotshoe.loader.plan;

import hotshoe.loader.wiring.NameTags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.apache.felix.utils.resource.ResourceBuilder;
import org.apache.felix.utils.resource.ResourceImpl;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.resource.Resource;

/** A bundle that is not in the framework: what its manifest says it offers and needs. */
public final class Blueprint extends ResourceImpl {

  private final String name;

  private Blueprint(String name) {
    this.name = name;
  }

  /**
   * Reads a manifest as the framework does.
   *
   * @param name what people call the bundle
   * @throws BundleException when no framework would take it
   */
  public static Blueprint of(String name, Manifest manifest) throws BundleException {
    Map<String, String> headers = headers(manifest.getMainAttributes());
    ExecutionEnvironments.requirement(headers.getOrDefault(ExecutionEnvironments.HEADER, ""))
        .ifPresent(
            clause -> headers.merge(Constants.REQUIRE_CAPABILITY, clause, (a, b) -> a + "," + b));
    Blueprint blueprint = new Blueprint(name);
    ResourceBuilder.build(blueprint, null, headers); // null: it has no address yet
    return blueprint;
  }

  /** The name tag of somebody. */
  static Blueprint tag(String name, Resource owner) {
    Blueprint tag = new Blueprint(name);
    try {
      ResourceBuilder.build(
          tag, null, NameTags.headers(name, Anatomy.symbolicName(owner), Anatomy.version(owner)));
    } catch (BundleException impossible) {
      throw new IllegalStateException("cannot happen: every name can stand there", impossible);
    }
    return tag;
  }

  private static Map<String, String> headers(Attributes attributes) {
    return attributes.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().toString(),
                entry -> entry.getValue().toString(),
                (first, second) -> first,
                LinkedHashMap::new));
  }

  /** What people call it. */
  String name() {
    return name;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
