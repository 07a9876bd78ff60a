package hotshoe.extension;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the bytes of an installed version came from (row CS-35).
 *
 * @param origin what was asked for: a file of the deploy folder, a path or a URL; without a
 *     password that stood in it
 * @param resolved from where the bytes really came, such as the archive that a repository's
 *     reference led to; the same as the origin for files
 * @param commit the commit of the repository, 40 hexadecimal digits, if it came from one
 * @param signer who signed the archive, as the trusted keys name them, if somebody did and the
 *     signature was found good
 * @param fetched when the bytes came
 */
public record Provenance(
    String origin,
    String resolved,
    Optional<String> commit,
    Optional<String> signer,
    Instant fetched) {
  public Provenance {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(resolved, "resolved");
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(signer, "signer");
    Objects.requireNonNull(fetched, "fetched");
  }
}
