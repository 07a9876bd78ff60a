package hotshoe.loader.source;

import hotshoe.loader.store.Incoming;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * An archive that is here now, as a copy among the store's unfinished files that nobody else
 * changes. Whoever keeps the copy gives it another name; closing this throws away what was not
 * kept.
 *
 * @param copy the archive's bytes
 * @param origin what was asked for, as people may read it: without passwords
 * @param resolved from where the bytes really came; the same as the origin for files
 * @param commit the commit of the repository, if it is known
 * @param signature the bytes of the detached signature that lay beside it, if they were asked for
 *     and are there
 */
public record Fetched(
    Incoming copy,
    String origin,
    String resolved,
    Optional<String> commit,
    Optional<Signature> signature)
    implements AutoCloseable {

  public Fetched {
    Objects.requireNonNull(copy, "copy");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(resolved, "resolved");
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(signature, "signature");
  }

  /** The same, if it has this SHA-256; else it is closed. */
  Fetched verified(Optional<String> sha256) throws IOException {
    Optional<String> wanted = sha256.map(digest -> digest.toLowerCase(Locale.ROOT));
    if (wanted.isPresent() && !wanted.get().equals(copy.digest().value())) {
      close();
      throw new Unfetched(SourceProblems.otherDigest(resolved, wanted.get(), copy.digest()));
    }
    return this;
  }

  /** Throws the copy away, if it is where it was. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(copy.file());
  }
}
