package hotshoe.extension;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Version;

/**
 * Everything that can be done with archives: from any source, with a plan beforehand and a way back
 * afterwards. {@link Extensions} has the short forms. A service of the host; safe for use by many
 * threads. Changes are made one after another; plans and readers never wait for them.
 */
@ProviderType
public interface Installer {

  /**
   * Fetches an archive and installs it, or upgrades the extension of the same name to it. The
   * calling thread fetches; interrupting it ends that, and nothing is left of what was fetched.
   */
  Outcome install(InstallRequest request, InstallListener listener);

  /**
   * The same with bytes that somebody hands over; the source of the request is their name in
   * messages. The stream is read to its end, or to the limit of archives, and not closed.
   */
  Outcome install(InstallRequest request, InputStream archive, InstallListener listener);

  /** What {@link #install(InstallRequest, InstallListener)} would do. Nothing is changed. */
  Plan plan(InstallRequest request, InstallListener listener);

  /** What {@link #uninstall} would do. Nothing is changed. */
  Plan planUninstall(ExtensionName name);

  /** What {@link #rollback} would do. Nothing is changed. */
  Plan planRollback(ExtensionName name, Optional<Version> version);

  /**
   * Goes back to a version that is kept, as an upgrade goes forward: when it does not work, the
   * version in use stays.
   *
   * @param version which one, or the one before
   */
  Outcome rollback(ExtensionName name, Optional<Version> version);

  /**
   * Removes an extension, and its file from the deploy folder if it came from there.
   *
   * @param keepingData whether the files that the extension wrote stay, for the next time it is
   *     installed (row CS-15)
   */
  Outcome uninstall(ExtensionName name, boolean keepingData);

  /** The versions of an extension whose archives are kept, the latest installed first. */
  List<InstalledVersion> versions(ExtensionName name);

  /**
   * The archive of an extension as it came, if the extension is installed.
   *
   * @throws IOException when it is not in the store any more
   */
  Optional<ExportedArchive> export(ExtensionName name) throws IOException;
}
