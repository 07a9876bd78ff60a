package hotshoe.extension;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The installed extensions. A service of the host; safe for use by many threads. Changes are made
 * one after another; readers never wait for them.
 */
@ProviderType
public interface Extensions {

  /** All extensions, by name. The host itself is not among them. */
  List<Extension> list();

  /** The extension of this name, if it is installed. */
  Optional<Extension> find(ExtensionName name);

  /** Archives that were found and could not be made an extension, each with its problems. */
  List<RejectedArchive> rejected();

  /** Installs an archive, or upgrades the extension of the same name to it. */
  Outcome install(Path archive);

  /** Starts an extension and keeps it wanted over restarts. */
  Outcome enable(ExtensionName name);

  /** Stops an extension and keeps it unwanted over restarts. */
  Outcome disable(ExtensionName name);

  /** Removes an extension, and its file from the deploy folder if it came from there. */
  Outcome uninstall(ExtensionName name);
}
