package hotshoe.loader.wiring;

import hotshoe.extension.ExtensionName;
import hotshoe.loader.archive.Digest;
import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * Where an extension's bundle is in the framework: {@code hotshoe:<name>:<sha256>}.
 *
 * @param name the extension
 * @param digest its archive
 */
public record Location(ExtensionName name, Digest digest) {

  /** How the locations of bundles begin that the loader makes of what the machine has. */
  public static final String MACHINE = "hotshoe-machine:";

  /** How the locations of {@link NameTags} begin. */
  static final String TAG = "hotshoe-name:";

  private static final String SCHEME = "hotshoe:";

  /** The location of a bundle, if it is one of an extension. */
  public static Optional<Location> of(Bundle bundle) {
    String[] parts = bundle.getLocation().split(":", 3);
    if (!bundle.getLocation().startsWith(SCHEME) || parts.length != 3) {
      return Optional.empty();
    }
    return Optional.of(new Location(new ExtensionName(parts[1]), new Digest(parts[2])));
  }

  /** Whether a bundle belongs to an extension and not to the host. */
  public static boolean isExtension(Bundle bundle) {
    return bundle.getLocation().startsWith(SCHEME);
  }

  /**
   * Whether a bundle comes and goes while the host runs: one of an extension, or of the machine.
   */
  public static boolean isPassing(Bundle bundle) {
    String location = bundle.getLocation();
    return location.startsWith(SCHEME) || location.startsWith(MACHINE) || location.startsWith(TAG);
  }

  @Override
  public String toString() {
    return SCHEME + name + ":" + digest;
  }
}
