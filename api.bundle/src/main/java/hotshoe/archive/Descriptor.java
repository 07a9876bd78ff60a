package hotshoe.archive;

import hotshoe.extension.ExtensionName;
import java.util.List;
import java.util.Objects;
import org.osgi.framework.Version;

/**
 * An archive that is understood. Immutable, knows no service and no file, safe to list.
 *
 * @param name the extension's identity
 * @param version its version
 * @param dialect the format it was written in
 * @param symbolicName the symbolic name its bundle has
 * @param title a human name, or the name itself
 * @param description what it is for, or empty
 * @param enabled whether it is to run as soon as it is installed; an operator decides otherwise
 *     later (row CS-39)
 * @param needs what must be there for it to run, as far as it is known without its bundle
 * @param offers what it gives to others, as far as it is known without its bundle
 */
public record Descriptor(
    ExtensionName name,
    Version version,
    String dialect,
    String symbolicName,
    String title,
    String description,
    boolean enabled,
    List<Requirement> needs,
    List<Capability> offers) {
  public Descriptor {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(symbolicName, "symbolicName");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    needs = List.copyOf(needs);
    offers = List.copyOf(offers);
  }

  /** One that is to run, and whose bundle alone says what it needs and offers. */
  public Descriptor(
      ExtensionName name,
      Version version,
      String dialect,
      String symbolicName,
      String title,
      String description) {
    this(name, version, dialect, symbolicName, title, description, true, List.of(), List.of());
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
