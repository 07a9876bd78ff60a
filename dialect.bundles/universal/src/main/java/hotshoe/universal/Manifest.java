package hotshoe.universal;

import hotshoe.archive.Requirement;
import hotshoe.extension.ExtensionName;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * What an {@code extension.yml} says, once it is known to be in order (row UE-1).
 *
 * @param name its identity
 * @param version its version
 * @param apiLevel the lowest API level it needs
 * @param requiresPython the versions of Python it works with
 * @param extraPaths folders to import from, in order, {@code ${extension_zip}} not yet replaced
 * @param zipSafe whether it runs from its archive
 * @param description what it is for, or empty
 * @param owner who wrote it, or empty
 * @param organization for whom, or empty
 * @param comments what people should know, or empty
 * @param needs what the resolver is asked for
 */
record Manifest(
    ExtensionName name,
    Version version,
    String apiLevel,
    String requiresPython,
    List<String> extraPaths,
    boolean zipSafe,
    String description,
    String owner,
    String organization,
    String comments,
    List<Requirement> needs) {
  Manifest {
    extraPaths = List.copyOf(extraPaths);
    needs = List.copyOf(needs);
  }

  /**
   * What stands for the manifest of a form without an extension: the name of the extension it is
   * for, else its own, and no version; empty when neither can be a name.
   */
  static Optional<Manifest> of(Template template) {
    String own = template.extension().isBlank() ? template.name() : template.extension();
    String name = own.strip().replaceAll("[^A-Za-z0-9_-]", "_").replaceAll("^[_-]+", "");
    return ManifestRules.isName(name)
        ? Optional.of(
            new Manifest(
                new ExtensionName(name),
                Version.emptyVersion,
                "",
                "",
                List.of(),
                true,
                template.description().strip(),
                "",
                "",
                "",
                List.of()))
        : Optional.empty();
  }
}
