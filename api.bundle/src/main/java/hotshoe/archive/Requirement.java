package hotshoe.archive;

import java.util.Objects;
import java.util.regex.Pattern;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/**
 * What must be there before a bundle resolves.
 *
 * @param namespace the kind of capability, such as {@link Namespaces#PLATFORM}
 * @param filter which of its capabilities will do, as an OSGi filter
 * @param optional whether the bundle resolves without it too
 */
public record Requirement(String namespace, String filter, boolean optional) {

  static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

  /**
   * Refuses what no framework would take.
   *
   * @throws IllegalArgumentException when the namespace or the filter cannot be one
   */
  public Requirement {
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(filter, "filter");
    if (!NAME.matcher(namespace).matches()) {
      throw new IllegalArgumentException("not a namespace: " + namespace);
    }
    try {
      FrameworkUtil.createFilter(filter);
    } catch (InvalidSyntaxException malformed) {
      throw new IllegalArgumentException("not a filter: " + filter, malformed);
    }
  }

  /** What must be there. */
  public Requirement(String namespace, String filter) {
    this(namespace, filter, false);
  }
}
