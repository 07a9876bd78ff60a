package hotshoe.extension;

import java.time.Instant;
import java.util.Objects;
import org.osgi.framework.Version;

/**
 * A version of an extension whose archive is kept.
 *
 * @param version its version
 * @param digest the SHA-256 of its archive, 64 lower-case hexadecimal digits
 * @param size of its archive, in bytes
 * @param provenance where the archive came from
 * @param installed when it was installed
 * @param current whether it is the version that is in use; the others can be gone back to
 */
public record InstalledVersion(
    Version version,
    String digest,
    long size,
    Provenance provenance,
    Instant installed,
    boolean current) {
  public InstalledVersion {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(provenance, "provenance");
    Objects.requireNonNull(installed, "installed");
  }
}
