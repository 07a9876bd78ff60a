package hotshoe.loader.archive;

import hotshoe.extension.ExtensionName;
import java.util.Objects;
import org.osgi.framework.Version;

/**
 * Second stage: an archive that is understood. Immutable, knows no service and no file, safe to
 * list.
 *
 * @param name the extension's identity
 * @param version its version
 * @param dialect the format it was written in
 * @param symbolicName the symbolic name its bundle has
 * @param title a human name, or the name itself
 * @param description what it is for, or empty
 */
public record Descriptor(
    ExtensionName name,
    Version version,
    String dialect,
    String symbolicName,
    String title,
    String description) {
  public Descriptor {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(symbolicName, "symbolicName");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
