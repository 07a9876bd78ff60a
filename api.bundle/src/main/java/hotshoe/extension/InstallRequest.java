package hotshoe.extension;

import java.util.Objects;
import java.util.Optional;

/**
 * What is to be installed, and how.
 *
 * @param source where the archive is: a path of a file or a folder; a URL that begins with {@code
 *     http:}, {@code https:} or {@code file:}, of an archive or of a manifest that names its
 *     archive; or {@code git+} and the URL of a repository. Of a stream, what it is called in
 *     messages
 * @param reference the branch, tag or commit of a repository; without it what the source itself
 *     says, else the repository's own default (rows CS-28, CS-29)
 * @param digest the SHA-256 that the archive must have, 64 hexadecimal digits (row CS-35)
 * @param force whether an archive is also installed over the same version with other bytes, or over
 *     a higher version
 * @param disabled whether a new extension is installed without being started, whatever its manifest
 *     says; an extension that is installed already keeps what the operator decided
 */
public record InstallRequest(
    String source,
    Optional<String> reference,
    Optional<String> digest,
    boolean force,
    boolean disabled) {

  public InstallRequest {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(digest, "digest");
  }

  /** Installs what is there, without any conditions. */
  public static InstallRequest of(String source) {
    return new InstallRequest(source, Optional.empty(), Optional.empty(), false, false);
  }

  /** The same, for a branch, tag or commit. */
  public InstallRequest at(String branchTagOrCommit) {
    return new InstallRequest(source, Optional.of(branchTagOrCommit), digest, force, disabled);
  }

  /** The same, for an archive with this SHA-256 only. */
  public InstallRequest expecting(String sha256) {
    return new InstallRequest(source, reference, Optional.of(sha256), force, disabled);
  }

  /** The same, also over other bytes of the same version and over a higher version. */
  public InstallRequest forced() {
    return new InstallRequest(source, reference, digest, true, disabled);
  }

  /** The same, without starting what is new. */
  public InstallRequest withoutStarting() {
    return new InstallRequest(source, reference, digest, force, true);
  }
}
