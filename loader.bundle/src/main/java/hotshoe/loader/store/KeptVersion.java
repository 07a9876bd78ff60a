package hotshoe.loader.store;

import hotshoe.extension.Provenance;
import hotshoe.loader.archive.Digest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * A version of an extension whose archive is in the store.
 *
 * @param version its version
 * @param digest its archive
 * @param size of the archive, in bytes; {@link #UNKNOWN} while nobody has looked
 * @param provenance where the archive came from
 * @param installed when it was installed, the last time
 */
public record KeptVersion(
    Version version, Digest digest, long size, Provenance provenance, Instant installed) {

  /** The size of an archive of which an old record does not tell it. */
  static final long UNKNOWN = -1;

  public KeptVersion {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(provenance, "provenance");
    Objects.requireNonNull(installed, "installed");
  }

  /** The same archive, whose size is known. */
  KeptVersion sized(long bytes) {
    return new KeptVersion(version, digest, bytes, provenance, installed);
  }

  KeptVersion signedBy(Optional<String> signer) {
    Provenance known =
        new Provenance(
            provenance.origin(),
            provenance.resolved(),
            provenance.commit(),
            signer,
            provenance.fetched());
    return new KeptVersion(version, digest, size, known, installed);
  }

  /** The same archive, installed again. */
  public KeptVersion installedAgain(Instant now) {
    return new KeptVersion(version, digest, size, provenance, now);
  }
}
