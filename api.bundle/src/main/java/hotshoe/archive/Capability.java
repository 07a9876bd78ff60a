package hotshoe.archive;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.osgi.framework.Version;

/**
 * What a bundle gives to others.
 *
 * @param namespace its kind, such as {@link Namespaces#EXTENSION}
 * @param attributes what requirements can ask about: text without control characters, Long, Double
 *     or {@link Version}
 */
public record Capability(String namespace, Map<String, Object> attributes) {

  /**
   * Refuses what no manifest can say.
   *
   * @throws IllegalArgumentException when the namespace, a name or a value cannot be one
   */
  public Capability {
    Objects.requireNonNull(namespace, "namespace");
    if (!Requirement.NAME.matcher(namespace).matches()) {
      throw new IllegalArgumentException("not a namespace: " + namespace);
    }
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    attributes.forEach(Capability::check);
  }

  private static void check(String name, Object value) {
    boolean fits =
        value instanceof Long
            || value instanceof Double
            || value instanceof Version
            || (value instanceof String text && text.chars().noneMatch(Character::isISOControl));
    if (!fits || !Requirement.NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no attribute of a capability: " + name);
    }
  }
}
